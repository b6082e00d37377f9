package org.retrato.distribution.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

class JavaImageIT {

    private static final Path LIB = Path.of(System.getProperty("retrato.home"), "lib");

    /** Guice does without the first where it generates no classes; a class that nobody uses speaks of the other. */
    private static final List<String> UNNEEDED = List.of("jdk.unsupported", "java.sql");

    @Test
    void the_image_has_every_module_that_the_libraries_use() throws Exception {
        var used = new TreeSet<String>();
        var flat = new ArrayList<String>();
        for (var jar : jars()) {
            var module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
            if (module.isAutomatic()) {
                flat.add(jar.toString());
            } else {
                module.requires().stream()
                        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name)
                        .filter(name -> ModuleFinder.ofSystem().find(name).isPresent())
                        .forEach(used::add);
            }
        }
        assertThat(flat).isNotEmpty();
        used.addAll(modulesOf(flat));
        UNNEEDED.forEach(used::remove);

        var image = Configuration.empty().resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), JavaImage.MODULES);
        assertThat(image.modules()).extracting(ResolvedModule::name).containsAll(used);
        assertThat(used).contains("java.base", "java.desktop", "jdk.incubator.vector");
    }

    private static List<Path> jars() throws IOException {
        try (var files = Files.walk(LIB)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static List<String> modulesOf(List<String> jars) {
        var arguments =
                new ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps", "--print-module-deps"));
        arguments.addAll(jars);
        var printed = new StringWriter();
        var writer = new PrintWriter(printed, true);
        var code = ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        assertThat(code).as(printed.toString()).isZero();
        return List.of(printed.toString().strip().split(","));
    }
}
