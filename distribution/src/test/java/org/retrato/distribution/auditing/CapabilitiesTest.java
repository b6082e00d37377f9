package org.retrato.distribution.auditing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants one call after another, each in a method of its own, and looks whether that method is found, and for what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapabilitiesTest {

    private static final List<Plant> PLANTS = """
            files           java.nio.file.Files.delete             java.nio.file.Files.delete(null);
            files           java.nio.file.Path.of                  java.nio.file.Path.of("here");
            files           java.io.File.<init>                    new java.io.File("here");
            files           java.io.FileInputStream.<init>         new java.io.FileInputStream("here").readAllBytes();
            files           java.io.FileWriter.<init>              new java.io.FileWriter("here").write("text");
            files           java.io.RandomAccessFile.<init>        new java.io.RandomAccessFile("here", "rw");
            files           java.io.PrintWriter.<init>             new java.io.PrintWriter("here").println("text");
            files           java.util.Formatter.<init>             new java.util.Formatter("here").format("text");
            files           java.util.Scanner.<init>               new java.util.Scanner("text").next();
            files           java.util.zip.ZipFile.<init>           new java.util.zip.ZipFile("here");
            files           java.nio.channels.FileChannel.open     java.nio.channels.FileChannel.open(null);
            files           java.lang.Class.getResourceAsStream    Planted.class.getResourceAsStream("here");
            files           javax.imageio.ImageIO.getUseCache      javax.imageio.ImageIO.getUseCache();
            network         java.net.Socket.<init>                 new java.net.Socket("there", 80);
            network         java.net.URL.openStream                ((java.net.URL) null).openStream().read();
            network         java.net.URI.toURL                     java.net.URI.create("http://there").toURL();
            network         java.net.http.HttpClient.newHttpClient java.net.http.HttpClient.newHttpClient();
            network         java.nio.channels.SocketChannel.open   java.nio.channels.SocketChannel.open();
            network         java.lang.System.inheritedChannel      System.inheritedChannel();
            processes       java.lang.Runtime.exec                 Runtime.getRuntime().exec(new String[] {"reboot"});
            processes       java.lang.ProcessBuilder.<init>        new ProcessBuilder("reboot").start();
            processes       java.lang.ProcessHandle.allProcesses   ProcessHandle.allProcesses().count();
            threads         java.lang.Thread.<init>                new Thread(null, null, "name").start();
            threads         java.lang.Thread.ofVirtual             Thread.ofVirtual().start(null);
            threads         java.lang.Object.wait                  new Object().wait();
            threads         java.lang.ThreadLocal.<init>           new ThreadLocal<String>().get();
            threads         java.util.Timer.<init>                 new java.util.Timer();
            threads         java.util.List.parallelStream          java.util.List.of(1).parallelStream().count();
            threads         java.util.stream.IntStream.parallel    java.util.stream.IntStream.of(1).parallel().sum();
            threads         java.util.Arrays.parallelSort          java.util.Arrays.parallelSort(new int[1]);
            threads         java.util.concurrent.Executors.newCachedThreadPool java.util.concurrent.Executors.newCachedThreadPool();
            threads         java.util.concurrent.CompletableFuture.runAsync java.util.concurrent.CompletableFuture.runAsync(null);
            reflection      java.lang.Class.forName                Class.forName("java.lang.System");
            reflection      java.lang.Class.getDeclaredFields      Planted.class.getDeclaredFields();
            reflection      java.lang.reflect.Method.invoke        ((java.lang.reflect.Method) null).invoke(null);
            reflection      java.lang.reflect.Field.setAccessible  ((java.lang.reflect.Field) null).setAccessible(true);
            reflection      java.lang.reflect.Proxy.newProxyInstance java.lang.reflect.Proxy.newProxyInstance(null, null, null);
            reflection      java.lang.invoke.MethodHandles.lookup  java.lang.invoke.MethodHandles.lookup();
            reflection      java.lang.invoke.MethodHandle.invoke   ((java.lang.invoke.MethodHandle) null).invoke();
            reflection      java.lang.invoke.MethodHandles$Lookup.defineClass ((java.lang.invoke.MethodHandles.Lookup) null).defineClass(null);
            reflection      java.lang.Module.addOpens              ((Module) null).addOpens("here", null);
            reflection      java.net.URLClassLoader.<init>         new java.net.URLClassLoader(null);
            reflection      java.util.ServiceLoader.load           java.util.ServiceLoader.load(Runnable.class).findFirst();
            reflection      java.util.ResourceBundle.getBundle     java.util.ResourceBundle.getBundle("here");
            reflection      java.beans.Introspector.getBeanInfo    java.beans.Introspector.getBeanInfo(Planted.class);
            reflection      java.lang.StackWalker.getInstance      StackWalker.getInstance();
            reflection      java.lang.constant.ConstantDesc.resolveConstantDesc ((java.lang.constant.ConstantDesc) null).resolveConstantDesc(null);
            native          java.lang.System.load                  System.load("here");
            native          java.lang.Runtime.loadLibrary          Runtime.getRuntime().loadLibrary("here");
            native          java.lang.foreign.Linker.nativeLinker  java.lang.foreign.Linker.nativeLinker();
            native          java.lang.foreign.MemorySegment.ofAddress java.lang.foreign.MemorySegment.ofAddress(1).reinterpret(8);
            native          sun.misc.Unsafe.freeMemory             ((sun.misc.Unsafe) null).freeMemory(1);
            exit            java.lang.System.exit                  System.exit(1);
            exit            java.lang.Runtime.halt                 Runtime.getRuntime().halt(1);
            exit            java.lang.Runtime.addShutdownHook      Runtime.getRuntime().addShutdownHook(null);
            environment     java.lang.System.getenv                System.getenv("USER");
            environment     java.lang.System.getProperty           System.getProperty("user.home");
            environment     java.lang.System.setProperty           System.setProperty("user.home", "");
            environment     java.lang.Integer.getInteger           Integer.getInteger("port");
            environment     java.lang.Runtime.availableProcessors  Runtime.getRuntime().availableProcessors();
            environment     java.util.Locale.setDefault            java.util.Locale.setDefault(java.util.Locale.ROOT);
            environment     java.util.prefs.Preferences.userRoot   java.util.prefs.Preferences.userRoot();
            environment     java.lang.management.ManagementFactory.getRuntimeMXBean java.lang.management.ManagementFactory.getRuntimeMXBean();
            nondeterminism  java.lang.System.nanoTime              System.nanoTime();
            nondeterminism  java.lang.System.currentTimeMillis     System.currentTimeMillis();
            nondeterminism  java.time.Instant.now                  java.time.Instant.now();
            nondeterminism  java.util.Date.<init>                  new java.util.Date();
            nondeterminism  java.lang.Math.random                  Math.random();
            nondeterminism  java.util.Random.<init>                new java.util.Random().nextDouble();
            nondeterminism  java.util.random.RandomGenerator.getDefault java.util.random.RandomGenerator.getDefault();
            nondeterminism  java.util.concurrent.ThreadLocalRandom.current java.util.concurrent.ThreadLocalRandom.current().nextInt();
            nondeterminism  java.security.SecureRandom.<init>      new java.security.SecureRandom().nextInt();
            nondeterminism  java.util.Collections.shuffle          java.util.Collections.shuffle(new java.util.ArrayList<>());
            nondeterminism  java.util.UUID.randomUUID              java.util.UUID.randomUUID();
            nondeterminism  java.lang.System.identityHashCode      System.identityHashCode("text");
            serialization   java.io.ObjectInputStream.<init>       new java.io.ObjectInputStream(null).readObject();
            serialization   java.io.ObjectOutputStream.<init>      new java.io.ObjectOutputStream(null).writeObject("text");
            serialization   java.beans.XMLDecoder.<init>           new java.beans.XMLDecoder((java.io.InputStream) null).readObject();
            scripting       javax.script.ScriptEngineManager.<init> new javax.script.ScriptEngineManager();
            scripting       javax.tools.ToolProvider.getSystemJavaCompiler javax.tools.ToolProvider.getSystemJavaCompiler();
            scripting       jdk.jshell.JShell.create               jdk.jshell.JShell.create().eval("1");
            scripting       java.util.spi.ToolProvider.findFirst   java.util.spi.ToolProvider.findFirst("javac");
            remote          javax.naming.InitialContext.<init>     new javax.naming.InitialContext().lookup("ldap://there");
            remote          java.rmi.Naming.lookup                 java.rmi.Naming.lookup("there");
            remote          javax.management.MBeanServerFactory.createMBeanServer javax.management.MBeanServerFactory.createMBeanServer();
            output          java.lang.System.out                   System.out.println("text");
            output          java.lang.System.in                    System.in.read();
            output          java.lang.IO.println                   IO.println("text");
            output          java.lang.System.setErr                System.setErr(null);
            output          java.lang.System.console               System.console().readLine();
            output          java.lang.System.getLogger             System.getLogger("name").log(System.Logger.Level.INFO, "text");
            output          java.util.logging.Logger.getLogger     java.util.logging.Logger.getLogger("name").info("text");
            output          java.lang.IllegalStateException.printStackTrace new IllegalStateException().printStackTrace();
            desktop         java.awt.Toolkit.getDefaultToolkit     java.awt.Toolkit.getDefaultToolkit().beep();
            desktop         javax.swing.JOptionPane.showMessageDialog javax.swing.JOptionPane.showMessageDialog(null, "text");
            desktop         javax.sound.sampled.AudioSystem.getMixerInfo javax.sound.sampled.AudioSystem.getMixerInfo();
            other           java.sql.DriverManager.getConnection   java.sql.DriverManager.getConnection("there");
            other           java.lang.System.gc                    System.gc();
            other           javax.xml.transform.TransformerFactory.newInstance javax.xml.transform.TransformerFactory.newInstance();
            other           java.security.MessageDigest.getInstance java.security.MessageDigest.getInstance("MD5");
            other           java.lang.ref.WeakReference.<init>     new java.lang.ref.WeakReference<>("text").get();
            """.lines().map(Plant::of).toList();

    private Map<String, List<Finding>> findings;

    record Plant(Capability capability, String target, String statement) {

        static Plant of(String line) {
            var parts = line.split(" +", 3);
            return new Plant(Capability.of(parts[0]), parts[1], parts[2]);
        }

        String place() {
            return "planted.Planted.plant" + PLANTS.indexOf(this);
        }

        @Override
        public String toString() {
            return statement;
        }
    }

    static List<Plant> plants() {
        return PLANTS;
    }

    @BeforeAll
    void plant(@TempDir Path folder) throws Exception {
        var methods = IntStream.range(0, PLANTS.size())
                .mapToObj(number -> "static void plant%d() throws Throwable { %s }\n"
                        .formatted(number, PLANTS.get(number).statement()))
                .collect(joining());
        var classes = Jars.compile("package planted; public class Planted { " + methods + "}");
        findings = Jars.audit(folder, classes).findings().stream().collect(groupingBy(Finding::place));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void a_call_is_found_by_its_place_and_by_its_capability_alone(Plant plant) {
        assertThat(findings.get(plant.place()))
                .isNotNull()
                .contains(new Finding(plant.capability(), plant.place(), plant.target()))
                .allSatisfy(finding -> assertThat(finding.capability()).isEqualTo(plant.capability()));
    }

    @Test
    void every_capability_that_a_call_can_have_was_planted() {
        var planted = EnumSet.noneOf(Capability.class);
        PLANTS.forEach(plant -> planted.add(plant.capability()));

        assertThat(planted)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Capability.values())
                        .filter(capability ->
                                capability != Capability.MATHEMATICS && capability != Capability.UNREADABLE)
                        .toList());
    }
}
