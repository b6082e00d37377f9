package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DependenciesTest extends LoadingTest {

    @Test
    void a_flat_plugin_uses_another_that_it_depends_on() {
        var base = JarMaker.flat("base")
                .source("base.Help", "public class Help {}")
                .writeTo(jar("base"));
        JarMaker.flat("alike")
                .manifest("Plugin-Dependencies", "base@>=1.0.0")
                .loss("alike.Sample", "static final Object HELP = new base.Help();")
                .with(base)
                .writeTo(jar("alike"));
        var report = load();
        assertThat(report.refused()).isEmpty();
        assertThat(report.accepted())
                .filteredOn(plugin -> plugin.id().equals("alike"))
                .flatExtracting(Plugin::components)
                .extracting(Class::getName)
                .containsExactly("alike.Sample");
    }

    @Test
    void a_module_and_a_flat_plugin_use_a_module_that_they_depend_on() {
        var base = JarMaker.modular("base", "exports base;")
                .source("base.Help", "public class Help {}")
                .writeTo(jar("base"));
        UnaryOperator<JarMaker> helped = maker -> maker.manifest("Plugin-Dependencies", "base")
                .loss("helped.Sample", "static final Object HELP = new base.Help();")
                .with(base);
        helped.apply(JarMaker.modular("helped", "requires base;")).writeTo(jar("modular"));
        helped.apply(JarMaker.flat("helped")).manifest("Plugin-Id", "flat").writeTo(jar("flat"));
        assertThat(load().refused()).isEmpty();
    }

    @Test
    void a_module_that_requires_a_plugin_it_does_not_declare_is_refused() {
        var base = JarMaker.modular("base", "exports base;").writeTo(jar("base"));
        JarMaker.modular("x", "requires base;").with(base).writeTo(jar("x"));
        assertThat(load().refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.UNRESOLVED_MODULE);
            assertThat(refusal.remedy()).contains("'Plugin-Dependencies'");
        });
    }

    @Test
    void a_missing_dependency_is_named() {
        depends("x", "base");
        assertThat(refused(Problem.MISSING_DEPENDENCY).cause())
                .isEqualTo("x needs the plugin 'base', which was not found");
    }

    @Test
    void a_missing_dependency_that_is_optional_does_not_matter() {
        depends("x", "base?");
        assertThat(load().refused()).isEmpty();
    }

    @Test
    void a_dependency_of_another_version_is_refused() {
        depends("x", "good@>=2.0.0");
        assertThat(refused(Problem.UNMET_DEPENDENCY).cause())
                .isEqualTo("x needs the plugin 'good' in version >=2.0.0, but it is there in version 1.0.0");
    }

    @Test
    void what_depends_on_a_refused_plugin_is_refused_all_along_the_chain() {
        depends("a", "b");
        depends("b", "c");
        depends("c", "missing");
        assertThat(load().refused())
                .extracting(Refusal::problem)
                .containsExactly(Problem.REFUSED_DEPENDENCY, Problem.REFUSED_DEPENDENCY, Problem.MISSING_DEPENDENCY);
    }

    @Test
    void what_depends_on_a_plugin_none_of_whose_components_works_is_refused() {
        JarMaker.flat("broken").without("broken.Sample").writeTo(jar("broken"));
        depends("x", "broken");
        assertThat(load().refused())
                .extracting(Refusal::problem)
                .containsExactly(Problem.MISSING_COMPONENT, Problem.NO_COMPONENT, Problem.REFUSED_DEPENDENCY);
    }

    @Test
    void all_members_of_a_cycle_are_refused_and_named_but_not_what_they_depend_on() {
        depends("a", "b, good");
        depends("b", "c");
        depends("c", "a");
        depends("d", "a");
        depends("self", "self");
        var refused = load().refused();
        assertThat(refused)
                .extracting(Refusal::problem)
                .containsExactly(
                        Problem.DEPENDENCY_CYCLE,
                        Problem.DEPENDENCY_CYCLE,
                        Problem.DEPENDENCY_CYCLE,
                        Problem.REFUSED_DEPENDENCY,
                        Problem.DEPENDENCY_CYCLE);
        assertThat(refused.get(0).cause()).endsWith("a -> b -> c -> a");
        assertThat(refused.get(1).cause()).endsWith("b -> c -> a -> b");
        assertThat(refused.get(4).cause()).endsWith("self -> self");
    }

    private void depends(String id, String dependencies) {
        JarMaker.flat(id).manifest("Plugin-Dependencies", dependencies).writeTo(jar(id));
    }
}
