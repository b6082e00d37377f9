package ${package};

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Paints in balanced contrast, and ends with the finest brush. */
public record ${style}(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    /** Holds the parts, any of which users may replace; those of other plugins are named, with the plugin before the colon. */
    public ${style}() {
        this(
#if($kind.matches("plugin"))
                new ${activation}(),
                new ${loss}(),
                new ${optimizer}(),
                new ${schedule}());
#end
#if($kind.matches("style"))
                Activation.of("classics:tanh"),
                Loss.of("classics:huber(delta=0.1)"),
                Optimizer.of("classics:adam(learningRate=0.003)"),
                Schedule.of("classics:cosine"));
#end
    }
}
