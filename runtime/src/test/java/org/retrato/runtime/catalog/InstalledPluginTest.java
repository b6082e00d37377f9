package org.retrato.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.api.Loss;
import org.retrato.runtime.plugins.JarMaker;
import org.retrato.runtime.plugins.Plugins;

final class InstalledPluginTest {

    @TempDir
    Path folder;

    @Test
    void a_record_in_a_package_that_its_module_keeps_to_itself_is_in_the_catalog() {
        plugin().manifest("Plugin-Version", "1.0.0")
                .module(
                        "module acme { requires org.retrato.api; provides org.retrato.api.Loss with acme.hidden.Soft; }")
                .writeTo(folder.resolve("acme.jar"));

        assertThatTheCatalogKnowsIt();
    }

    @Test
    void a_record_of_a_flat_jar_is_in_the_catalog() {
        plugin().manifest("Plugin-Id", "acme")
                .manifest("Plugin-Version", "1.0.0")
                .services(Loss.class, "acme.hidden.Soft")
                .writeTo(folder.resolve("acme.jar"));

        assertThatTheCatalogKnowsIt();
    }

    private static JarMaker plugin() {
        return new JarMaker()
                .source("acme.hidden.Soft", """
                        import org.retrato.api.*;
                        public record Soft(double delta) implements Loss {
                            public Soft { Range.positive("delta", delta); }
                            public Soft() { this(2); }
                            @Override public Tensor apply(Tensor output, Tensor target) { return output; }
                        }
                        """)
                .file("acme/hidden/Texts.properties", "soft = A soft loss.\nsoft.use = Anywhere.")
                .file("acme/hidden/Texts_es.properties", "soft = Una pérdida pequeña.");
    }

    private void assertThatTheCatalogKnowsIt() {
        try (var plugins = Plugins.open(List.of(folder))) {
            var catalog = Catalog.of(plugins.plugins());
            var texts = catalog.entry(Kind.LOSS, "soft").texts(Locale.of("es"));

            assertThat(plugins.report().refused()).isEmpty();
            assertThat(catalog.refusals()).isEmpty();
            assertThat(texts.description()).contains("Una pérdida pequeña.");
            assertThat(texts.use()).contains("Anywhere.");
            assertThat(catalog.qualifiedNotation(catalog.get(Loss.class, "soft(delta=0.25)")))
                    .isEqualTo("acme:soft(delta=0.25)");
        }
    }
}
