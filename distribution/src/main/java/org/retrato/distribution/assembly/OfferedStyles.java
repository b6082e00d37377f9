package org.retrato.distribution.assembly;

import java.util.List;
import org.retrato.api.Style;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.plugins.LoadReport;
import org.retrato.runtime.plugins.Plugins;

/** Finds the styles that a distribution offers among those of its plugins. */
final class OfferedStyles {

    private OfferedStyles() {}

    /**
     * Returns settings with the styles by their full names, so that no plugin that is dropped in changes what they mean; without
     * any that were chosen, with the first there is.
     */
    static Settings in(Home home, Settings settings) {
        try (var plugins = Plugins.open(List.of(home.plugins()), settings.policy(home))) {
            requireAll(plugins.report());
            var catalog = Catalog.of(plugins.plugins());
            if (catalog.entries(Kind.STYLE).isEmpty()) {
                throw new InputException("none of the plugins has a style, so that nothing could paint; add the plugin"
                        + " 'styles', or one of yours that has one");
            }
            var styles = settings.styles();
            if (styles.equals(Settings.DEFAULT.styles())
                    && entries(catalog, styles.getFirst()).isEmpty()) {
                return settings.with(
                        List.of(catalog.entries(Kind.STYLE).getFirst().qualifiedName()));
            }
            return settings.with(
                    styles.stream().map(style -> qualified(catalog, style)).toList());
        }
    }

    private static void requireAll(LoadReport report) {
        if (!report.refused().isEmpty()) {
            var refusal = report.refused().getFirst();
            throw new InputException(refusal.path().getFileName() + " would be refused ["
                    + refusal.problem().code() + "]: " + refusal.cause() + "; " + refusal.remedy());
        }
    }

    private static String qualified(Catalog catalog, String notation) {
        catalog.get(Style.class, notation); // or it says what is wrong
        var end = notation.indexOf('(');
        var name = end < 0 ? notation : notation.substring(0, end);
        return entries(catalog, name.strip()).getFirst().qualifiedName() + (end < 0 ? "" : notation.substring(end));
    }

    private static List<Entry> entries(Catalog catalog, String name) {
        return catalog.entries(Kind.STYLE).stream()
                .filter(entry -> name.equals(entry.name()) || name.equals(entry.qualifiedName()))
                .toList();
    }
}
