package org.retrato.distribution.installing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.retrato.distribution.home.Deviation;
import org.retrato.distribution.home.Deviation.Kind;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.home.Settings;
import org.retrato.runtime.plugins.Refusal;

/**
 * Says what is wrong with a distribution, without loading a class of any plugin.
 *
 * @param lock what should be there, if the distribution has a lock
 * @param deviations the files, of all that the lock is about, that are not as it says
 * @param accepted how many plugins are all right, as far as can be told from what they say
 * @param refused which are not, and why
 */
public record Verification(Optional<Lock> lock, List<Deviation> deviations, int accepted, List<Refusal> refused) {

    private static final String MARGIN = " ".repeat(11);

    /** Looks at all JARs of a distribution. */
    public static Verification of(Home home) {
        return Access.reading(home, () -> {
            var lock = Lock.of(home);
            var inspection = Installed.inspect(home);
            return new Verification(
                    lock,
                    lock.map(found -> found.compare(home, path -> true)).orElse(List.of()),
                    inspection.accepted().size(),
                    inspection.refused());
        });
    }

    /** Returns whether the distribution is what its lock says; one without a lock is, unless it should have one. */
    public boolean isLocked(Settings settings) {
        return deviations.isEmpty() && (lock.isPresent() || !settings.locked());
    }

    /** Returns what was found, for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var deviation : deviations) {
            lines.add(String.valueOf(deviation));
        }
        if (!deviations.isEmpty()) {
            lines.add(
                    MARGIN + "what to do: take the files from the archive again; a plugin that you put there yourself,"
                            + " 'retrato plugins install' or 'remove'");
        }
        for (var refusal : refused) {
            lines.add("refused    plugins/" + Installed.name(refusal.path()) + "  ["
                    + refusal.problem().code() + "]");
            lines.add(MARGIN + refusal.cause());
            lines.add(MARGIN + "what to do: " + refusal.remedy());
        }
        lines.add(lock.map(this::compared).orElse("nothing to compare with: there is no retrato.lock"));
        lines.add(accepted + " plugins accepted, " + refused.size() + " refused");
        return lines;
    }

    private String compared(Lock known) {
        var other = deviations.stream()
                .filter(deviation -> deviation.kind() != Kind.ADDED)
                .count();
        return (known.entries().size() - other) + " files as retrato.lock says, " + deviations.size() + " not";
    }
}
