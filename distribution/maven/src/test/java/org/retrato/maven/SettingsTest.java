package org.retrato.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.maven.Shelf.dependency;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;

/** Takes plugins from where the settings of Maven say, and from where they do not. */
class SettingsTest {

    private static final String BRUSHES = "org.example:brushes:1.0.0";

    @TempDir
    private Path folder;

    private User user;
    private Shelf studio;
    private HttpServer server;

    @BeforeEach
    void begin() throws Exception {
        user = User.in(folder);
        studio = new Shelf(Files.createDirectory(folder.resolve("studio")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void the_repository_of_an_active_profile_is_asked_with_its_encrypted_password() throws Exception {
        var cipher = new DefaultPlexusCipher();
        Files.writeString(
                user.maven().resolve("settings-security.xml"),
                "<settingsSecurity><master>%s</master></settingsSecurity>"
                        .formatted(cipher.encryptAndDecorate("master", "settings.security")));
        user.set(profile("studio", url()) + """
                <servers><server>
                  <id>studio</id><username>ana</username><password>%s</password>
                </server></servers>
                """.formatted(cipher.encryptAndDecorate("brush & palette", "master")));
        lock();
        studio.publish(BRUSHES);
        assertThat(user.asks("resolve", BRUSHES).exitCode()).isZero();
    }

    @Test
    void a_given_repository_has_the_password_of_its_name() throws Exception {
        user.set("<servers><server><id>studio</id><username>ana</username><password>brush &amp; palette</password>"
                + "</server></servers>");
        lock();
        studio.publish(BRUSHES);
        assertThat(user.asks("resolve", "--repository", "studio::" + url(), BRUSHES)
                        .exitCode())
                .isZero();
        var stranger = user.asks("versions", "--repository", url(), "org.example:brushes");
        assertThat(stranger.exitCode()).isEqualTo(2);
        assertThat(stranger.error())
                .startsWith("retrato: the list of versions of org.example:brushes cannot be taken from " + url()
                        + ": status code: 401")
                .endsWith("; look at the network, and at the proxies and servers in the settings.xml of Maven");
    }

    @Test
    void the_reasons_of_a_repository_that_refuses_are_told() throws Exception {
        server.createContext("/org", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            answer(
                    exchange,
                    403,
                    "{\"status\": 403, \"title\": \"quarantined\", \"detail\": \"too many colours\"}".getBytes(UTF_8));
        });
        assertThat(user.asks("resolve", "--repository", url(), BRUSHES).error())
                .isEqualTo("retrato: " + url() + " refuses the POM of " + BRUSHES + ": quarantined: too many colours");
    }

    @Test
    void the_first_that_has_it_counts_those_given_then_those_of_the_settings_then_central() throws Exception {
        var given = new Shelf(Files.createDirectory(folder.resolve("given")));
        user.set(profile("studio", studio.folder().toUri().toString()));
        var pencils = "org.example:pencils:1.0.0";
        for (var shelf : new Shelf[] {user.central(), studio, given}) {
            shelf.publish(shelf == given ? BRUSHES : pencils);
            shelf.write(
                    shelf == given ? BRUSHES : pencils, "jar", shelf.folder().toString());
        }
        user.central().publish(BRUSHES);
        studio.publish(BRUSHES);
        user.asks("resolve", "--repository", given.folder().toString(), BRUSHES, pencils);
        var local = new Shelf(user.local());
        assertThat(local.file(BRUSHES, "jar")).hasContent(given.folder().toString());
        assertThat(local.file(pencils, "jar")).hasContent(studio.folder().toString());
    }

    @Test
    void a_repository_that_a_pom_names_is_not_asked() throws Exception {
        studio.publish("org.library:near:2.0");
        user.central().publish(BRUSHES);
        user.central().publishPom(BRUSHES, """
                <repositories><repository><id>studio</id><url>%s</url></repository></repositories>
                <dependencies>%s</dependencies>
                """.formatted(studio.folder().toUri(), dependency("org.library:near:2.0")));
        assertThat(user.asks("resolve", BRUSHES).error())
                .isEqualTo("retrato: cannot find the POM of org.library:near:2.0 in "
                        + user.central().folder().toUri() + "; " + BRUSHES + " needs it");
    }

    @Test
    void a_repository_without_encryption_is_not_asked() {
        var answer = user.asks("resolve", "--repository", "http://repository.invalid/maven", BRUSHES);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.error())
                .isEqualTo("retrato: the POM of " + BRUSHES + " is not taken from http://repository.invalid/maven,"
                        + " as nothing protects it on its way; name a repository that begins with https:");
    }

    @Test
    void a_host_that_nobody_knows_is_told() {
        assertThat(user.asks("resolve", "--repository", "https://repository.invalid/maven", BRUSHES)
                        .error())
                .isEqualTo("retrato: the POM of " + BRUSHES
                        + " cannot be taken from https://repository.invalid/maven, whose"
                        + " host is unknown; look at the network, and at the proxies and servers in the settings.xml of"
                        + " Maven");
    }

    @Test
    void the_local_repository_may_be_elsewhere() throws Exception {
        user.central().publish(BRUSHES);
        var set = folder.resolve("set");
        var given = folder.resolve("given");
        user.set("<localRepository>" + set + "</localRepository>");
        user.asks("resolve", BRUSHES);
        user.asks("resolve", "--local-repository", given.toString(), BRUSHES);
        assertThat(new Shelf(set).file(BRUSHES, "jar")).exists();
        assertThat(new Shelf(given).file(BRUSHES, "jar")).exists();
    }

    @Test
    void settings_that_cannot_be_read_are_told() throws Exception {
        Files.writeString(user.maven().resolve("settings.xml"), "<settings><mirror");
        var answer = user.asks("resolve", BRUSHES);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.error())
                .startsWith("retrato: the settings of Maven cannot be read: ")
                .contains("settings.xml")
                .doesNotContain("\n");
    }

    private void serve(HttpExchange exchange) throws IOException {
        var file = studio.folder().resolve(exchange.getRequestURI().getPath().substring(1));
        if (Files.isRegularFile(file)) {
            answer(exchange, 200, Files.readAllBytes(file));
        } else {
            answer(exchange, 404, new byte[] {' '});
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    /** Lets the server serve Ana alone. */
    private void lock() {
        server.removeContext("/");
        server.createContext("/", this::serve).setAuthenticator(new BasicAuthenticator("studio") {
            @Override
            public boolean checkCredentials(String name, String password) {
                return name.equals("ana") && password.equals("brush & palette");
            }
        });
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private static String profile(String id, String url) {
        return """
                <profiles><profile>
                  <id>ours</id>
                  <repositories><repository><id>%s</id><url>%s</url></repository></repositories>
                </profile></profiles>
                <activeProfiles><activeProfile>ours</activeProfile></activeProfiles>
                """.formatted(id, url);
    }
}
