import org.retrato.api.Loss;
import org.retrato.losses.Dice;
import org.retrato.losses.Focal;
import org.retrato.losses.GeneralizedDice;
import org.retrato.losses.LogCosh;

/** Losses beyond the classics. */
module org.retrato.losses {
    requires org.retrato.api;
    requires static org.jspecify;

    provides Loss with
            Dice,
            GeneralizedDice,
            Focal,
            LogCosh;
}
