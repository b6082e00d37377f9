package org.retrato.runtime.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
    private static final Image PICTURE = Image.generate(40, 30, (x, y) -> 0x60000 * x + 0x800 * y + (x * y) % 256);

    @TempDir
    private Path folder;

    @Test
    void what_is_written_is_read_again_to_the_last_bit() {
        var path = folder.resolve("picture.png");
        ImageFile.write(PICTURE, path);

        assertThat(ImageFile.read(path)).isEqualTo(PICTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "gif"})
    void other_lossless_formats_are_read_whatever_the_file_is_called(String format) throws IOException {
        var flat = Image.generate(20, 10, (x, _) -> x < 10 ? 0xFF0000 : 0x0000FF);

        assertThat(ImageFile.read(file("photo.jpg", encode(buffered(flat), format))))
                .isEqualTo(flat);
    }

    @Test
    void a_photograph_is_read_nearly_as_it_was() throws IOException {
        var smooth = Image.generate(64, 64, (x, y) -> 0x30000 * x + 0x300 * y + 128);

        assertThat(ImageFile.decode(encode(buffered(smooth), "jpeg"), "photo").psnr(smooth))
                .isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({"10, 128", "11, 32896"}) // TYPE_BYTE_GRAY, TYPE_USHORT_GRAY
    void grey_keeps_its_value(int type, int sample) throws IOException {
        var grey = new BufferedImage(2, 2, type);
        grey.getRaster().setPixel(1, 0, new int[] {sample});

        assertThat(ImageFile.decode(encode(grey, "png"), "grey").pixels()).containsExactly(0, 0x808080, 0, 0);
    }

    @Test
    void transparency_is_laid_over_white() throws IOException {
        var picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0x00123456);
        picture.setRGB(1, 0, 0x80000000);
        picture.setRGB(2, 0, 0xFF123456);

        assertThat(ImageFile.decode(encode(picture, "png"), "png").pixels())
                .containsExactly(0xFFFFFF, 0x7F7F7F, 0x123456);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 3", "4, 2", "5, 0", "6, 1", "7, 3", "8, 2"})
    void a_photograph_is_turned_the_way_the_camera_was_held(int orientation, int redCorner) throws IOException {
        var stored = Image.generate(32, 16, (x, y) -> x < 16 && y < 8 ? 0xFF0000 : 0x0000FF);
        var upright = ImageFile.decode(withExif(encode(buffered(stored), "jpeg"), orientation), "photo");

        var wide = orientation < 5;
        assertThat(upright).hasToString(wide ? "Image[32x16]" : "Image[16x32]");
        for (var corner = 0; corner < 4; corner++) {
            var x = corner % 2 * (upright.width() - 1);
            var y = corner / 2 * (upright.height() - 1);
            assertThat(upright.pixel(x, y) >> 16)
                    .isBetween(corner == redCorner ? 200 : 0, corner == redCorner ? 255 : 60);
        }
    }

    @Test
    void a_file_that_is_no_picture_is_refused_with_a_sentence() throws IOException {
        refused(
                "hello.png",
                "hello, world".getBytes(UTF_8),
                "hello.png is not a picture; PNG, JPEG, GIF and BMP can be read");
        refused("empty.png", new byte[0], "empty.png is empty");
        refused(
                "web.png",
                "RIFF1234WEBPVP8 ".getBytes(UTF_8),
                "web.png is a picture of the format WEBP; save it as PNG or JPEG");
    }

    @Test
    void a_missing_file_a_directory_and_a_device_are_refused() {
        assertThatThrownBy(() -> ImageFile.read(folder.resolve("no.png")))
                .hasMessageEndingWith("no.png does not exist");
        assertThatThrownBy(() -> ImageFile.read(folder)).hasMessage(folder + " is a directory, not a picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void a_picture_that_is_cut_short_is_refused(String format) throws IOException {
        var noise = Image.generate(60, 60, (x, y) -> (x * 7919 + y * 104729) * 2654435 & 0xFFFFFF);
        var whole = encode(buffered(noise), format);

        for (var part : new double[] {0.02, 0.3, 0.6, 0.9}) {
            refused(
                    "cut." + format,
                    Arrays.copyOf(whole, (int) (part * whole.length)),
                    "cut." + format + " is damaged or cut short");
        }
    }

    @Test
    void a_header_that_claims_a_giant_is_refused_before_memory_is_asked_for() {
        refused(
                "bomb.png",
                pngHeader(100_000, 100_000),
                "bomb.png is too large: 100000x100000 pixels, the limit is 64 million and 30000 a side");
        refused("long.png", pngHeader(40_000, 1), "long.png is too large");
        refused("wide.png", pngHeader(20_000, 20_000), "wide.png is too large");
    }

    @Test
    void printing_colours_are_refused() throws IOException {
        var jpeg = encode(buffered(PICTURE), "jpeg");
        for (var i = 0; i < jpeg.length - 9; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                jpeg[i + 9] = 4;
            }
        }

        refused("print.jpg", jpeg, "print.jpg is a JPEG with printing colours (CMYK); save it as RGB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void damage_anywhere_gives_a_picture_or_a_sentence_and_nothing_else(String format) throws IOException {
        var whole = encode(buffered(PICTURE), format);
        var seed = 42L;
        var random = new Random(seed);
        for (var round = 0; round < 150; round++) {
            var bytes = whole.clone();
            for (var i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(ImageFile.decode(bytes, "fuzz").width()).isPositive();
            } catch (DataException refused) {
                assertThat(refused).as("seed %d, round %d", seed, round).hasMessageStartingWith("fuzz");
            }
        }
    }

    @Test
    void pictures_are_written_as_png_only() {
        assertThatThrownBy(() -> ImageFile.write(PICTURE, folder.resolve("picture.jpg")))
                .hasMessageEndingWith("picture.jpg: pictures are written as PNG; let the name end in .png");
        assertThatThrownBy(() -> ImageFile.check(folder.resolve("picture"))).isInstanceOf(DataException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_earlier_picture_is_replaced_whole() throws IOException {
        var path = file("picture.png", new byte[100_000]);
        ImageFile.write(PICTURE, path);

        assertThat(ImageFile.read(path)).isEqualTo(PICTURE);
        assertThat(folder).isDirectoryContaining("glob:**picture.png").isDirectoryNotContaining("glob:**.tmp");
    }

    private void refused(String name, byte[] bytes, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ImageFile.decode(bytes, name))
                .withMessageStartingWith(message);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static BufferedImage buffered(Image image) {
        var picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, image.width(), image.height(), image.pixels(), 0, image.width());
        return picture;
    }

    private static byte[] encode(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        var header = ByteBuffer.allocate(33).put(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var checksum = new CRC32();
        checksum.update(header.array(), 12, 17);
        return header.putInt((int) checksum.getValue()).array();
    }

    /** Puts an Exif segment with nothing but an orientation after the first two bytes. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = HexFormat.of()
                .parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100"
                        + "%02x".formatted(orientation) + "0000" + "00000000");
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
