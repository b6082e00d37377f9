package frozen;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Has parts that it creates. */
public record Fresco(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    public Fresco() {
        this(new Mosaic(), new Referee(), new Brush(), new Cooling());
    }
}
