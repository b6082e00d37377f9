import org.retrato.api.Optimizer;
import org.retrato.optimizers.Clip;
import org.retrato.optimizers.Lamb;
import org.retrato.optimizers.Lookahead;
import org.retrato.optimizers.Muon;
import org.retrato.optimizers.Polyak;
import org.retrato.optimizers.Sam;
import org.retrato.optimizers.ScheduleFreeAdam;
import org.retrato.optimizers.WeightDecay;

/** Optimizers beyond the classics, several of them around another. */
module org.retrato.optimizers {
    requires org.retrato.api;
    requires static org.jspecify;

    provides Optimizer with
            Clip,
            WeightDecay,
            Lookahead,
            Sam,
            Muon,
            Lamb,
            ScheduleFreeAdam,
            Polyak;
}
