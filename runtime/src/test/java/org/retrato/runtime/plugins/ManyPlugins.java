package org.retrato.runtime.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Makes folders full of plugins, with which to time the loading of many, as by {@code retrato list --plugins FOLDER/flat}.
 * After the tests were compiled, {@code java -cp api/target/classes:runtime/target/test-classes
 * org.retrato.runtime.plugins.ManyPlugins FOLDER 500} runs it.
 */
final class ManyPlugins {

    private ManyPlugins() {}

    /** Makes as many modular plugins in {@code FOLDER/modular}, and as many flat ones in {@code FOLDER/flat}, as it is told. */
    public static void main(String[] folderAndCount) throws IOException {
        var folder = Path.of(folderAndCount[0]);
        var count = Integer.parseInt(folderAndCount[1]);
        make(Files.createDirectories(folder.resolve("modular")), count, "m", true);
        make(Files.createDirectories(folder.resolve("flat")), count, "f", false);
    }

    private static void make(Path folder, int count, String prefix, boolean modular) {
        IntStream.range(0, count).parallel().forEach(number -> {
            var id = prefix + number;
            (modular ? JarMaker.modular(id) : JarMaker.flat(id))
                    .file(id + "/Texts.properties", "sample = Sample " + number + ".")
                    .writeTo(folder.resolve(id + ".jar"));
        });
    }
}
