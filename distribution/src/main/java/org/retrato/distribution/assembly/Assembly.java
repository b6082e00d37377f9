package org.retrato.distribution.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.retrato.distribution.archive.Archive;
import org.retrato.distribution.archive.Container;
import org.retrato.distribution.archive.SizeReport;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.data.DataException;

/** Puts a distribution together, tries it, and writes archives of it. */
public final class Assembly {

    /** When all in an archive was last modified, so that the same content has the same bytes whenever it is packed. */
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final Home home;
    private final Specification specification;
    private final Conditions conditions;

    /**
     * Prepares to assemble.
     *
     * @param home the distribution of which the new one gets all but the plugins
     */
    public Assembly(Home home, Specification specification, Conditions conditions) {
        this.home = home;
        this.specification = specification;
        this.conditions = conditions;
    }

    /** Writes the lock and the archives, and tells what is done. */
    public void assemble(Consumer<String> tell) {
        var root = specification.fullName();
        conditions.container().filter(Files::exists).ifPresent(folder -> {
            throw new InputException(folder + " exists; name a folder for the container that does not exist yet");
        });
        try (var staging = Staging.in(conditions.output(), root)) {
            var archives = Stream.of(".tar.gz", ".zip")
                    .map(ending -> conditions.output().resolve(root + "-" + Platform.NAME + ending))
                    .toList();
            archives.forEach(AtomicFile::check);
            var lock = new Composition(home, specification, conditions, staging).compose(CREATED, tell);
            tell.accept("painting with it ...");
            Trial.of(staging.home(), staging.folder().resolve("trial"));
            pack(staging, root, archives);
            // the lock comes first, as it says what was chosen, whatever becomes of the archives
            write(specification.lock(), lock.text());
            for (var archive : archives) {
                Files.move(
                        staging.packed(archive),
                        archive,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            SizeReport.of(staging.home().folder()).toString().lines().forEach(tell);
            tell.accept("");
            archives.forEach(archive -> tell.accept(archive.toString()));
            conditions.container().ifPresent(folder -> tell.accept(folder.toString()));
            tell.accept(specification.lock().toString());
        } catch (IOException failure) {
            throw new DataException("cannot assemble " + root + ": " + failure.getMessage(), failure);
        }
    }

    /** Packs where an archive that is not finished is deleted whatever happens, and not beside those that are. */
    private void pack(Staging staging, String root, List<Path> archives) {
        var folder = staging.home().folder();
        Stream.<Runnable>of(
                        () -> Archive.tarGz(folder, root, CREATED, staging.packed(archives.getFirst())),
                        () -> Archive.zip(folder, root, CREATED, staging.packed(archives.getLast())))
                .parallel()
                .forEach(Runnable::run);
        conditions
                .container()
                .ifPresent(container ->
                        new Container(labels(), CREATED, conditions.containerBase()).write(folder, container));
    }

    private Map<String, String> labels() {
        return Map.of(
                "org.opencontainers.image.title",
                specification.settings().name(),
                "org.opencontainers.image.version",
                specification.settings().version());
    }

    private static void write(Path path, String text) throws IOException {
        try (var file = AtomicFile.open(path)) {
            file.stream().write(text.getBytes(UTF_8));
            file.commit();
        }
    }
}
