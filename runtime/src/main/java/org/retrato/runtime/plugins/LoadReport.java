package org.retrato.runtime.plugins;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Accounts for every candidate that was found: it is either accepted or refused.
 *
 * @param accepted the plugins, sorted by id
 * @param refused the candidates, and components of accepted plugins, that cannot be used, sorted by path
 */
public record LoadReport(List<Plugin> accepted, List<Refusal> refused) {

    public LoadReport {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    /** Returns the report as text for people: what was accepted, then a line for each refusal. */
    @Override
    public String toString() {
        var accepted = this.accepted.isEmpty()
                ? "no plugin accepted"
                : this.accepted.stream().map(Plugin::toString).collect(joining(", ", "accepted: ", ""));
        return refused.stream()
                .map(refusal -> "%nrefused: %s".formatted(refusal))
                .collect(joining("", accepted, ""));
    }
}
