package org.retrato.runtime.plugins;

import java.lang.module.ModuleFinder;
import org.retrato.api.Component;

/**
 * Shows plugins what they share with the application: the API and the JDK.
 *
 * <p>The platform class loader alone would not do: it finds the classes of every module of the application, too.
 */
final class SharedLoader extends ClassLoader {

    static final ClassLoader INSTANCE = new SharedLoader();

    private static final ModuleFinder JDK = ModuleFinder.ofSystem();

    private SharedLoader() {
        super("retrato-shared", getPlatformClassLoader());
    }

    static boolean isJdk(String module) {
        return JDK.find(module).isPresent();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(Api.PACKAGE)) {
            return Class.forName(name, false, Component.class.getClassLoader());
        }
        var type = super.loadClass(name, resolve);
        var module = type.getModule();
        if (module.isNamed() && !isJdk(module.getName())) {
            throw new ClassNotFoundException(name);
        }
        return type;
    }
}
