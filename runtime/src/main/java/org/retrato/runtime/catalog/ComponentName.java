package org.retrato.runtime.catalog;

import java.util.Locale;
import java.util.regex.Pattern;
import org.retrato.api.Name;

/** Says how the class of a component is called in notations. */
final class ComponentName {

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]*");

    private ComponentName() {}

    /** Returns the name that the class gives itself, which may not be valid. */
    static String of(Class<?> type) {
        var name = type.getAnnotation(Name.class);
        return name != null
                ? name.value()
                : type.getSimpleName().replaceAll("(?<!^)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the name that the class gives itself.
     *
     * @throws CatalogException if it is not made of lower-case letters, digits and hyphens
     */
    static String checked(Class<?> type) {
        var name = of(type);
        if (!VALID.matcher(name).matches()) {
            throw new CatalogException("its name '" + name
                    + "' is not made of lower-case letters, digits and hyphens after a letter; choose one with @Name");
        }
        return name;
    }
}
