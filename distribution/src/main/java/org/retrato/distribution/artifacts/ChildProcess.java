package org.retrato.distribution.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.retrato.distribution.painting.InputException;

/** Runs a process that says in one sentence why it failed, as Retrato itself does, and that ends when this one does. */
final class ChildProcess {

    private static final String SENTENCE = "retrato: ";
    private static final int WRONG_INPUT = 2;
    private static final int SIGNAL = 128; // and its number are the exit code of a process that it ends

    private ChildProcess() {}

    /**
     * Returns the lines that a command prints.
     *
     * @throws InputException with the sentence of the command if its exit code says that the input is wrong
     */
    static List<String> lines(List<String> command) {
        try {
            return lines(new ProcessBuilder(command).start());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start " + command.getFirst() + ": " + failure.getMessage(), failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private static List<String> lines(Process process) throws InterruptedException {
        var end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            // both at once, as it would wait for somebody to read the one while the other is read
            var output = CompletableFuture.supplyAsync(() -> lines(process.getInputStream()));
            var errors = CompletableFuture.supplyAsync(() -> lines(process.getErrorStream()));
            var code = process.waitFor();
            if (code != 0) {
                throw failure(code, errors.join());
            }
            return output.join();
        } finally {
            process.destroy();
            forget(end);
        }
    }

    private static List<String> lines(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static RuntimeException failure(int code, List<String> errors) {
        if (code > SIGNAL) {
            return interrupted();
        }
        Predicate<String> isSentence = line -> line.startsWith(SENTENCE);
        var rest = new IllegalStateException(String.join(
                System.lineSeparator(),
                errors.stream().filter(isSentence.negate()).toList()));
        var sentence = errors.stream()
                .filter(isSentence)
                .map(line -> line.substring(SENTENCE.length()))
                .reduce((_, last) -> last)
                .orElse("exit code " + code);
        return code == WRONG_INPUT ? new InputException(sentence, rest) : new IllegalStateException(sentence, rest);
    }

    private static InputException interrupted() {
        return new InputException("interrupted; nothing was taken");
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            // this process is ending, which is what the hook was for
        }
    }
}
