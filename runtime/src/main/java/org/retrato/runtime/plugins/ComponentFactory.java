package org.retrato.runtime.plugins;

import org.pf4j.ExtensionFactory;
import org.pf4j.PluginRuntimeException;

/** Creates components with their defaults; the runtime alone reaches their constructors, whether exported or not. */
final class ComponentFactory implements ExtensionFactory {

    @Override
    public <T> T create(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new PluginRuntimeException(e);
        }
    }
}
