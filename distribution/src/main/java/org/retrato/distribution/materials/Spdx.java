package org.retrato.distribution.materials;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the identifiers that SPDX gives to the licenses that Java libraries commonly have. */
final class Spdx {

    private static final Set<String> IDS = Set.of("""
            0BSD AGPL-3.0-only AGPL-3.0-or-later Apache-1.1 Apache-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CC-BY-4.0 CC0-1.0
            CDDL-1.0 CDDL-1.1 EPL-1.0 EPL-2.0 EUPL-1.2 GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later ISC
            LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later MIT MIT-0 MPL-1.1 MPL-2.0 Unicode-3.0 Unlicense
            UPL-1.0 W3C Zlib""".split("\\s"));

    private static final Pattern APACHE = Pattern.compile(
            "(the )?apache(( software)? license)?[,-]? ?(version |v)?2(\\.0)?"
                    + "|https?://(www\\.)?apache\\.org/licenses/license-2\\.0(\\.txt|\\.html)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MIT = Pattern.compile("(the )?mit license", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile(
            "https?://(www\\.)?(opensource|spdx|eclipse)\\.org/\\S*/(?<id>[^/\\s]+?)(\\.txt|\\.html|\\.php)?/?");

    /** What OSGi writes after a license: {@code "Apache-2.0";link="https://..."}. */
    private static final Pattern ADDITION = Pattern.compile("\"|;(link|description)=.*");

    private Spdx() {}

    /** Returns the identifier of a license that somebody named, or else the name as it is. */
    static String of(String name) {
        var plain = ADDITION.matcher(name).replaceAll("").strip();
        var url = URL.matcher(plain);
        return find(url.matches() ? url.group("id") : plain)
                .or(() -> APACHE.matcher(plain).matches() ? Optional.of("Apache-2.0") : Optional.empty())
                .or(() -> MIT.matcher(plain).matches() ? Optional.of("MIT") : Optional.empty())
                .orElse(name);
    }

    private static Optional<String> find(String word) {
        return IDS.stream().filter(word::equalsIgnoreCase).findAny();
    }

    /** Returns whether this is an identifier. */
    static boolean isId(String license) {
        return IDS.contains(license);
    }

    /** Returns whether this joins identifiers, as {@code EPL-2.0 OR Apache-2.0}; one in parentheses is taken for a name. */
    static boolean isExpression(String license) {
        var words = license.split(" ");
        for (int i = 0; i < words.length; i++) {
            var fits = i % 2 == 1
                    ? Set.of("AND", "OR", "WITH").contains(words[i])
                    : isId(words[i]) || i > 0 && words[i - 1].equals("WITH");
            if (!fits) {
                return false;
            }
        }
        return words.length > 2 && words.length % 2 == 1;
    }
}
