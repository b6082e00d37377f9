package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;

class LayerPluginManagerTest extends LoadingTest {

    @Test
    void pf4j_knows_the_plugins_and_their_components() {
        JarMaker.flat("flat").writeTo(jar("flat"));
        var manager = new LayerPluginManager(List.of(folder), Policy.open());
        manager.loadPlugins();
        manager.startPlugins();
        assertThat(manager.getPlugins(PluginState.STARTED))
                .extracting(PluginWrapper::getPluginId)
                .containsExactlyInAnyOrder("flat", "good");
        assertThat(manager.getExtensionClasses(Loss.class))
                .extracting(Class::getName)
                .containsExactly("flat.Sample", "good.Sample");
        assertThat(manager.getExtensions(Component.class, "flat"))
                .hasOnlyElementsOfType(Loss.class)
                .hasSize(1);
        assertThat(manager.getExtensions(Activation.class)).isEmpty();
        assertThat(manager.getExtensions("good")).hasSize(1);
        assertThat(manager.getExtensionClassNames("good")).containsExactly("good.Sample");
        manager.unloadPlugins();
        assertThat(manager.getPlugins()).isEmpty();
    }
}
