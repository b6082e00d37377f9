package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.data.ImageFile;

class PictureFileTest {

    private static final Image PICTURE = Image.generate(2, 2, (_, _) -> 0);

    @TempDir
    private Path folder;

    @Test
    void a_folder_that_is_gone_is_told_once_and_the_painting_goes_on() {
        var complaints = new ArrayList<String>();
        var file = new PictureFile(folder.resolve("gone/p.png"), complaints::add);
        file.write(PICTURE);
        file.write(PICTURE);
        assertThat(complaints)
                .singleElement()
                .asString()
                .contains("does not exist")
                .endsWith("; the painting goes on");
    }

    @Test
    void what_can_be_written_is_there() {
        var path = folder.resolve("p.png");
        new PictureFile(path, complaint -> assertThat(complaint).isNull()).write(PICTURE);
        assertThat(path).isNotEmptyFile();
    }

    @Test
    void the_last_write_that_fails_is_no_wrong_input() {
        assertThatThrownBy(() -> UnsavedException.guard(() -> {
                    ImageFile.write(PICTURE, folder.resolve("gone/p.png"));
                    return true;
                }))
                .isInstanceOf(UnsavedException.class)
                .hasMessageContaining("does not exist")
                .hasCauseInstanceOf(DataException.class);
    }
}
