package org.retrato.distribution.describing;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Listing;
import org.retrato.runtime.training.Compilation;

/**
 * Writes what training runs: scalars, fused loops, and the steps on whole arrays between them.
 *
 * @param operations whether a value that takes several operations is followed by them
 */
record LoopText(Vocabulary labels, boolean operations) {

    private static final String INDENT = "    ";

    List<String> of(Compilation compilation) {
        var lines = new ArrayList<String>();
        for (var part : compilation.listing().parts()) {
            switch (part) {
                case Listing.Scalar(var name, var expression) -> lines.add(name + " = " + expression);
                case Listing.Whole(var name, var expression, var shape) ->
                    lines.add(
                            shape.rank() == 0
                                    ? name + " = " + expression
                                    : name + " ← " + expression + comment(shape.toString()));
                case Listing.Loop loop ->
                    lines.addAll(loop(
                            loop,
                            compilation.elementwise() ? labels.get("each") : labels.get("each-of", loop.shape())));
            }
        }
        return lines;
    }

    private List<String> loop(Listing.Loop loop, String heading) {
        var lines = new ArrayList<>(List.of(heading));
        var width = loop.values().stream()
                .mapToInt(value -> written(value).length())
                .max()
                .orElse(0);
        for (var value : loop.values()) {
            var text = written(value);
            var count = value.operations().size();
            var padding = " ".repeat(width - text.length());
            lines.add(INDENT + text + (count == 1 ? "" : padding + comment(labels.get("operations", count))));
            if (operations && count > 1) {
                value.operations().forEach(operation -> lines.add(INDENT + INDENT + operation));
            }
        }
        var arrays = loop.reads().size() + loop.writes().size();
        lines.add(labels.get(
                "cost",
                labels.get("operations", loop.operations()),
                loop.reads().size(),
                loop.writes().size(),
                Float.BYTES * arrays));
        if (loop.kernel().passes() > 1) {
            lines.add(labels.get("passes", loop.kernel().passes()));
        }
        return lines;
    }

    private static String written(Listing.Value value) {
        return value.name() + (value.stored() ? " ← " : " = ") + value.expression();
    }

    private static String comment(String text) {
        return "   // " + text;
    }
}
