package frozen;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Has parts that it names. */
public record Print(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    public Print() {
        this(
                Activation.of("row-gate"),
                Loss.of("jury"),
                Optimizer.of("roller(learningRate=0.1)"),
                Schedule.of("cooling(warmup=0.05)"));
    }
}
