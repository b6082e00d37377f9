package org.retrato.distribution;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;
import org.retrato.distribution.home.Deviation;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.installing.Access;
import org.retrato.distribution.painting.InputException;
import picocli.CommandLine.ParseResult;

/**
 * Looks, at every start, whether the distribution is what its lock says: by content, on a thread of its own while the command
 * line is read.
 */
final class StartCheck {

    /** What is loaded from: the rest is read by {@code plugins verify} and by who uses it. */
    private static boolean isLoaded(String path) {
        return !path.startsWith("repository/") && !path.startsWith("lib/maven/");
    }

    private final CompletableFuture<Optional<List<Deviation>>> deviations;

    private StartCheck(CompletableFuture<Optional<List<Deviation>>> deviations) {
        this.deviations = deviations;
    }

    /** Begins to look. */
    static StartCheck begin() {
        return new StartCheck(CompletableFuture.supplyAsync(
                StartCheck::compare,
                task -> Thread.ofPlatform().daemon().name("lock").start(task)));
    }

    private static Optional<List<Deviation>> compare() {
        return Home.current()
                .flatMap(home -> Access.reading(
                        home, () -> Lock.of(home).map(lock -> lock.compare(home, StartCheck::isLoaded))));
    }

    /**
     * Reports what is not as the lock says, and runs a command unless that is forbidden.
     *
     * @param locked whether the command line forbids it
     */
    int guard(ParseResult parsed, boolean locked, IntSupplier command) {
        var last = last(parsed);
        if (manages(parsed)) {
            return command.getAsInt();
        }
        var found = await();
        var forbidden = locked || Settings.current().locked();
        for (var deviation : found.orElse(List.of())) {
            System.err.println("retrato: " + deviation);
        }
        if (!forbidden) {
            if (found.filter(some -> !some.isEmpty()).isPresent()) {
                System.err.println("retrato: 'retrato plugins verify' looks closer");
            }
            return command.getAsInt();
        }
        if (found.isEmpty()) {
            throw new InputException("there is no retrato.lock to keep to; leave --locked out");
        }
        if (last.hasMatchedOption("--plugins")) {
            throw new InputException("only what retrato.lock lists may run here; leave --plugins out");
        }
        if (!found.get().isEmpty()) {
            System.err.println(
                    "retrato: refused, because only what retrato.lock lists may run here; take the files from the"
                            + " archive again, or change them with 'retrato plugins install' or 'remove'");
            return Failures.UNLOCKED;
        }
        return command.getAsInt();
    }

    /** Returns whether the command is one with which deviations are mended. */
    private static boolean manages(ParseResult parsed) {
        return parsed.hasSubcommand()
                && parsed.subcommand().commandSpec().name().equals("plugins");
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }

    private Optional<List<Deviation>> await() {
        try {
            return deviations.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
