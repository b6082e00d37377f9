package org.retrato.runtime.plugins;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes a JAR as transfers, builds and attackers do, at random. */
enum Mutation {
    /** A few bytes anywhere are others. */
    FLIPPED_BYTES {
        @Override
        byte[] of(byte[] jar, RandomGenerator random) {
            return flipped(jar, 0, random);
        }
    },
    /** A few bytes are others in the directory of entries, at the end of the file. */
    FLIPPED_DIRECTORY {
        @Override
        byte[] of(byte[] jar, RandomGenerator random) {
            return flipped(jar, jar.length - jar.length / 4, random);
        }
    },
    CUT {
        @Override
        byte[] of(byte[] jar, RandomGenerator random) {
            return Arrays.copyOf(jar, random.nextInt(jar.length));
        }
    },
    INSERTED_BYTES {
        @Override
        byte[] of(byte[] jar, RandomGenerator random) {
            return inserted(jar, random);
        }
    },
    REMOVED_ENTRY {
        @Override
        void change(Map<String, byte[]> entries, RandomGenerator random) {
            entries.remove(any(entries.keySet(), random));
        }
    },
    RENAMED_ENTRY {
        @Override
        void change(Map<String, byte[]> entries, RandomGenerator random) {
            var name = any(entries.keySet(), random);
            var content = entries.remove(name);
            entries.put(NAMES.get(random.nextInt(NAMES.size())).formatted(name), content);
        }
    },
    FLIPPED_MANIFEST {
        @Override
        void change(Map<String, byte[]> entries, RandomGenerator random) {
            entries.computeIfPresent("META-INF/MANIFEST.MF", (_, content) -> flipped(content, 0, random));
        }
    },
    /** Lines of the manifest are doubled, very long, or nonsense. */
    MANGLED_MANIFEST {
        @Override
        void change(Map<String, byte[]> entries, RandomGenerator random) {
            var line = LINES.get(random.nextInt(LINES.size())).repeat(1 + random.nextInt(3));
            entries.computeIfPresent("META-INF/MANIFEST.MF", (_, content) -> joined(line.getBytes(), content));
        }
    },
    /** Bytes of the module descriptor, or of the lists of components, are others. */
    FLIPPED_DECLARATION {
        @Override
        void change(Map<String, byte[]> entries, RandomGenerator random) {
            entries.replaceAll((name, content) -> name.equals("module-info.class") || name.contains("services/")
                    ? flipped(content, 0, random)
                    : content);
        }
    },
    /** Bytes of the classes are others; what is left of them runs. */
    FLIPPED_CLASSES {
        @Override
        void change(Map<String, byte[]> entries, RandomGenerator random) {
            entries.replaceAll((name, content) -> name.endsWith(".class") && !name.equals("module-info.class")
                    ? random.nextBoolean() ? flipped(content, 0, random) : inserted(content, random)
                    : content);
        }
    },
    /** The file claims to have another number of entries, or one claims another size. */
    FALSE_CLAIM {
        @Override
        byte[] of(byte[] jar, RandomGenerator random) throws IOException {
            var bytes = ZipBytes.of(jar);
            var name = any(entries(jar).keySet(), random);
            return (random.nextBoolean()
                            ? bytes.claimingEntries(random.nextInt(1 << 16))
                            : bytes.claimingSize(name, random.nextInt() >> random.nextInt(32)))
                    .bytes();
        }
    },
    MANY_ENTRIES {
        @Override
        void change(Map<String, byte[]> entries, RandomGenerator random) {
            for (var number = random.nextInt(1_000); number >= 0; number--) {
                entries.put(Integer.toString(random.nextInt()), new byte[0]);
            }
        }
    },
    BOMB {
        @Override
        void change(Map<String, byte[]> entries, RandomGenerator random) {
            var bytes = random.nextInt(10) == 0 ? 17 << 20 : 1 << 16;
            entries.put(random.nextBoolean() ? "zeros" : "META-INF/services/org.retrato.api.Loss", new byte[bytes]);
        }
    };

    private static final List<String> NAMES = List.of(
            "../%s",
            "/%s", "C:/%s", "x\\%s", "x/../../%s", "%s\0", "%s/", "", "..", "org/retrato/api/%s", "META-INF/%s");

    private static final List<String> LINES = List.of(
            "\n",
            " \n",
            "nonsense\n",
            "Plugin-Id: another\n",
            "Plugin-Id: \u00e9\n",
            "Plugin-Version: one\n",
            "Plugin-Requires: ((((>=1\n",
            "Plugin-Dependencies: good, ,@,nobody?@x\n",
            "Name: x\n\n",
            "Multi-Release: true\n",
            "Class-Path: ../good.jar\n",
            "X: " + "y".repeat(2_000) + "\n",
            "X: y\n" + " z\n".repeat(5_000));

    /** Returns a changed copy of a JAR. */
    byte[] of(byte[] jar, RandomGenerator random) throws IOException {
        var entries = entries(jar);
        change(entries, random);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    void change(Map<String, byte[]> entries, RandomGenerator random) {
        throw new UnsupportedOperationException("this one changes the file as a whole");
    }

    private static Map<String, byte[]> entries(byte[] jar) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static <T> T any(Iterable<T> items, RandomGenerator random) {
        var all = new ArrayList<T>();
        items.forEach(all::add);
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] flipped(byte[] bytes, int from, RandomGenerator random) {
        var changed = bytes.clone();
        for (var count = 1 + random.nextInt(4); count > 0 && changed.length > from; count--) {
            changed[random.nextInt(from, changed.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return changed;
    }

    private static byte[] inserted(byte[] bytes, RandomGenerator random) {
        var more = new byte[1 + random.nextInt(20)];
        random.nextBytes(more);
        var at = random.nextInt(bytes.length + 1);
        return joined(Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
