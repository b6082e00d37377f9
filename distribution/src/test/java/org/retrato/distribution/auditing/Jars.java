package org.retrato.distribution.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.retrato.api.Component;

/** Makes JARs of what it compiles, and audits them. */
final class Jars {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern NAME = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");

    private Jars() {}

    /** Compiles sources together and returns the class files by the names that they have in a JAR. */
    static Map<String, byte[]> compile(String... sources) throws Exception {
        var folder = Files.createTempDirectory("sources");
        var files = new ArrayList<Path>();
        for (var source : sources) {
            files.add(Files.writeString(
                    Files.createDirectories(
                                    folder.resolve(found(PACKAGE, source).replace('.', '/')))
                            .resolve(found(NAME, source) + ".java"),
                    source));
        }
        var classes = Files.createDirectory(folder.resolve("classes"));
        var complaints = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var api = Component.class.getProtectionDomain().getCodeSource().getLocation();
        var options = List.of("-proc:none", "-cp", Path.of(api.toURI()).toString(), "-d", classes.toString());
        var units = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files);
        assertThat(compiler.getTask(complaints, null, null, options, null, units)
                        .call())
                .as(complaints.toString())
                .isTrue();
        var entries = new TreeMap<String, byte[]>();
        try (var compiled = Files.walk(folder)) {
            for (var file : compiled.sorted(Comparator.reverseOrder()).toList()) {
                if (file.startsWith(classes) && Files.isRegularFile(file)) {
                    entries.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
                Files.delete(file);
            }
        }
        return entries;
    }

    private static String found(Pattern pattern, String source) {
        var matcher = pattern.matcher(source);
        assertThat(matcher.find()).as(source).isTrue();
        return matcher.group(1);
    }

    /** Writes a JAR. */
    static Path jar(Path file, Map<String, byte[]> entries) throws Exception {
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return file;
    }

    /** Audits a JAR or a folder. */
    static Audit audit(Path plugin) {
        return new Auditor().audit(PluginFiles.at(plugin));
    }

    /** Audits a JAR with these entries. */
    static Audit audit(Path folder, Map<String, byte[]> entries) throws Exception {
        return audit(jar(folder.resolve("plugin.jar"), entries));
    }
}
