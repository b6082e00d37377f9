package org.retrato.runtime.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.api.Tensor.where;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

class ListingTest {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final Pattern NUMBERED = Pattern.compile("\\b[vt]\\d+");

    private final Graph graph = new Graph();
    private final Node x = graph.input("x", Shape.of(Shape.BATCH, 2));
    private final Node z = graph.input("z", x.shape());
    private final Node rate = graph.input("rate", Shape.SCALAR);

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @Test
    void a_product_is_written_into_the_sum_that_it_is_fused_with() {
        assertThat(lines(List.of("y"), x.mul(0.9).add(z))).containsExactly("y ← {0.9}·x + z [1]");
    }

    @Test
    void a_function_is_one_line_with_the_number_of_its_operations() {
        var loop = loop(List.of("y"), x.abs().sqrt().add(x.abs().mul(rate)).sigmoid());

        assertThat(loop.values().getLast().expression()).isEqualTo("σ(v3)");
        assertThat(loop.values().getLast().operations())
                .hasSizeGreaterThan(10)
                .first()
                .isEqualTo("t1 = |v3|");
    }

    @Test
    void what_another_value_needs_too_is_counted_once() {
        assertThat(lines(List.of("y"), x.softplus().mul(x.abs())))
                .element(1)
                .asString()
                .isEqualTo("v2 = |x| [0]");
    }

    @Test
    void values_have_the_name_that_the_author_gave() {
        assertThat(lines(List.of("y"), ((Node) x.sub(z)).named("error").square()))
                .containsExactly("error = x − z [1]", "y ← error·error [1]");
    }

    @Test
    void an_output_has_a_prime_where_an_input_has_its_name() {
        var velocity = graph.input("state velocity", x.shape()).named("velocity");
        var next = velocity.mul(0.9).add(z);

        assertThat(lines(List.of("x", "velocity"), x.sub(next.mul(rate)), next))
                .containsExactly("velocity′ ← {0.9}·velocity + z [1]", "x′ ← x − velocity′·{rate} [2]");
    }

    @Test
    void what_needs_no_operation_is_stored_all_the_same() {
        assertThat(lines(List.of("y", "again", "one"), x, x, graph.constant(1, x.shape())))
                .containsExactly("y ← x [0]", "again ← x [0]", "one ← {1} [0]");
    }

    @Test
    void a_condition_becomes_0_and_1_where_it_is_stored() {
        assertThat(lines(List.of("y"), x.greaterThan(0))).containsExactly("y ← {0} < x [2]");
        assertThat(lines(List.of("y"), where(x.greaterThan(z), x, z.neg())))
                .containsExactly("v1 = z < x [1]", "v2 = −z [1]", "y ← where(v1, x, v2) [1]");
    }

    @Test
    void numbers_are_formulas_in_one_line_up_to_what_is_read_twice_or_by_a_loop() {
        var corrected = rate.div(rate.rpow(0.9).rsub(1));

        assertThat(listing(List.of("y"), x.mul(corrected)).parts())
                .first()
                .isEqualTo(new Listing.Scalar("v1", "rate/(1 − 0.9^rate)"));
        assertThat(listing(List.of("factor"), graph.constant(1, Shape.SCALAR)).parts())
                .containsExactly(new Listing.Scalar("factor", "1"));
    }

    @Test
    void steps_on_whole_arrays_stand_between_the_loops_in_their_order() {
        var total = x.exp().sum(-1);

        assertThat(listing(List.of("share"), x.exp().div(total.unsqueeze(-1))).parts().stream()
                        .map(ListingTest::heading))
                .containsExactly(
                        "loop over [batch, 2]",
                        "v2 ← sum₁(v1) [batch]",
                        "v3 ← reshape(v2) [batch, 1]",
                        "v4 ← repeat(v3) [batch, 2]",
                        "loop over [batch, 2]");
    }

    @Test
    void a_formula_too_long_for_one_loop_says_in_how_many_it_runs() {
        assertThat(loop(List.of("y"), x.tanh()).kernel().passes()).isEqualTo(1);
        assertThat(loop(List.of("y"), x.tanh().sin().exp().erf().log().tanh().pow(z))
                        .kernel()
                        .passes())
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_operation_that_is_compiled_is_listed_after_those_that_it_reads(long seed) {
        var formula = RandomFormula.of(seed);
        var outputs = formula.nodes().reversed().subList(0, 3);
        var compiled = COMPILER.compile(formula.inputs(), outputs);
        var known = new HashSet<String>();
        var loops = new ArrayList<Listing.Loop>();
        for (var part : compiled.listing(List.of("a", "b", "c")).parts()) {
            switch (part) {
                case Listing.Scalar(var name, var expression) -> know(known, name, expression);
                case Listing.Whole whole -> know(known, whole.name(), whole.expression());
                case Listing.Loop loop -> {
                    loops.add(loop);
                    for (var value : loop.values()) {
                        value.operations().forEach(operation -> know(known, operation.split(" = ", 2)));
                        know(known, value.name(), value.expression());
                    }
                    assertThat(known).containsAll(loop.writes());
                }
            }
        }

        assertThat(loops.stream().map(Listing.Loop::operations)).isEqualTo(compiledOperations(compiled));
    }

    private static void know(HashSet<String> known, String... nameAndExpression) {
        assertThat(NUMBERED.matcher(nameAndExpression[1]).results().map(MatchResult::group))
                .isSubsetOf(known);
        known.add(nameAndExpression[0]);
    }

    /** Counts the operations in the instructions of each loop. */
    private static List<Integer> compiledOperations(CompiledFormula formula) {
        return formula.steps().stream()
                .filter(Step.Loop.class::isInstance)
                .map(step -> (int) ((Step.Loop) step)
                        .source()
                        .loop()
                        .toString()
                        .lines()
                        .filter(line -> !line.matches("store .*|v\\d+ = (load|scalar|constant|integer) .*"))
                        .count())
                .toList();
    }

    private static String heading(Listing.Part part) {
        return switch (part) {
            case Listing.Scalar(var name, var expression) -> name + " = " + expression;
            case Listing.Whole(var name, var expression, var shape) -> name + " ← " + expression + " " + shape;
            case Listing.Loop loop -> "loop over " + loop.shape();
        };
    }

    private List<String> lines(List<String> names, Tensor... outputs) {
        return loop(names, outputs).values().stream()
                .map(value -> value.name() + (value.stored() ? " ← " : " = ") + value.expression() + " ["
                        + value.operations().size() + "]")
                .toList();
    }

    private Listing.Loop loop(List<String> names, Tensor... outputs) {
        return listing(names, outputs).parts().stream()
                .filter(Listing.Loop.class::isInstance)
                .map(Listing.Loop.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Listing listing(List<String> names, Tensor... outputs) {
        var nodes = Stream.of(outputs).map(Node.class::cast).toList();
        return COMPILER.compile(List.of(x, z, rate), nodes).listing(names);
    }
}
