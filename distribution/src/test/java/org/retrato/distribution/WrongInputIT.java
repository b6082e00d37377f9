package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gives the assembled distribution what it cannot use. */
class WrongInputIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare_files() throws IOException {
        Files.writeString(folder.resolve("text.png"), "no picture");
        Files.writeString(folder.resolve("old.png"), "an earlier work");
        Files.createDirectory(folder.resolve("folder.png"));
        try (var bomb = new DataOutputStream(Files.newOutputStream(folder.resolve("bomb.png")))) {
            bomb.writeLong(0x89504E470D0A1A0AL);
            bomb.writeInt(13);
            bomb.writeBytes("IHDR");
            bomb.writeInt(60_000);
            bomb.writeInt(60_000);
            bomb.write(new byte[] {8, 2, 0, 0, 0});
            bomb.writeInt(0xFD43DB6F); // what the checksum of another header would be: the size is looked at first
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    paint missing.png --output old.png         | missing.png does not exist
                    paint text.png --output old.png            | text.png is not a picture; PNG, JPEG, GIF and BMP can be read
                    paint bomb.png                             | bomb.png is too large: 60000x60000 pixels
                    paint --steps many                         | 'many' is not an int
                    paint --batch 0 --output old.png           | '0' is neither a number above 0 nor 'full'
                    paint --output nowhere/new.png             | nowhere does not exist; create it first
                    paint --output folder.png                  | it is a directory
                    paint --output old.png --report none/r.json| none does not exist
                    paint --stile cubist                       | unknown option '--stile'; did you mean '--style'?
                    paint --optimizer adm --output old.png     | unknown optimizer 'adm'; did you mean 'adam'?
                    paint --loss huber(delta=-1)               | delta = -1 is out of range; it must be > 0
                    paint --encoding fourier(scale=x)          | scale of fourier
                    paint --plugins nowhere                    | there is no plugin folder nowhere
                    check missing.jar                          | missing.jar does not exist; name the JAR that was built
                    check old.png --plugins nowhere            | there is no plugin folder nowhere
                    check old.png --json old.png               | a file that ends in .json, but is old.png
                    describe sgdd                              | did you mean 'sgd'?
                    plugins install missing.jar                | missing.jar does not exist; name a JAR
                    doctor classics                            | Missing required argument(s): --audit; see 'retrato doctor --help'
                    doctor --audit clasics                     | neither a plugin nor a file 'clasics'; did you mean 'classics'?
                    doctor --audit --json old.png              | a file that ends in .json, but is old.png
                    doctor --audit --plugins nowhere           | there is no plugin folder nowhere
                    """)
    void it_is_named_in_one_sentence_and_nothing_is_written(String command, String sentence) throws Exception {
        var before = Launch.files(folder);
        var launch = Launch.of(folder, command.strip().split(" "));
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.output()).isEmpty();
        assertThat(launch.errors())
                .singleElement()
                .asString()
                .startsWith("retrato: ")
                .contains(sentence);
        assertThat(Launch.files(folder)).isEqualTo(before);
        assertThat(folder.resolve("old.png")).hasContent("an earlier work");
    }

    @Test
    void a_width_of_vectors_that_there_is_not_is_named_before_anything_else() throws Exception {
        for (var command : List.of("--version", "list", "paint")) {
            var launch = Launch.of(folder, Map.of("RETRATO_JAVA_OPTIONS", "-Dretrato.vector.bits=100"), command);
            assertThat(launch.exitCode()).as(command).isEqualTo(2);
            assertThat(launch.errors())
                    .as(command)
                    .containsExactly("retrato: system property retrato.vector.bits is '100'; use 128, 256 or 512, or"
                            + " leave it out");
        }
    }
}
