package org.retrato.distribution.materials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.json.JsonFile;
import tools.jackson.core.JsonGenerator;

/** Writes what a distribution is made of, for the programs that look for vulnerabilities and licenses (CycloneDX 1.6). */
public final class BillOfMaterials {

    private static final String DISTRIBUTION = "distribution";

    private BillOfMaterials() {}

    /**
     * Writes {@code sbom.json} into the folder of a distribution; the same distribution and time give the same bytes.
     *
     * @param lock lists the JARs, and where they were taken from
     * @param created when the distribution was made, to the second
     */
    public static void write(Home home, Lock lock, Instant created) {
        var settings = Settings.of(home);
        var inventory = Inventory.of(home, lock);
        var time = created.truncatedTo(ChronoUnit.SECONDS).toString();
        JsonFile.write(home.billOfMaterials(), json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.writeStringProperty("bomFormat", "CycloneDX");
            json.writeStringProperty("specVersion", "1.6");
            json.writeStringProperty("serialNumber", serialNumber(settings + time + inventory));
            json.writeNumberProperty("version", 1);
            json.writeName("metadata").writeStartObject();
            json.writeStringProperty("timestamp", time);
            writeTool(json);
            json.writeName("component").writeStartObject();
            json.writeStringProperty("type", "application");
            json.writeStringProperty("bom-ref", DISTRIBUTION);
            json.writeStringProperty("name", settings.name());
            json.writeStringProperty("version", settings.version());
            json.writeEndObject();
            json.writeEndObject();
            json.writeName("components").writeStartArray();
            inventory.materials().forEach(material -> writeComponent(json, material));
            json.writeEndArray();
            json.writeName("dependencies").writeStartArray();
            writeDependency(json, DISTRIBUTION, inventory.roots());
            inventory.needs().forEach((path, needed) -> writeDependency(json, path, needed));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Returns a number that nothing else has: chance would give another each time. */
    private static String serialNumber(String content) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(content.getBytes(UTF_8));
    }

    private static void writeTool(JsonGenerator json) {
        json.writeName("tools").writeStartObject();
        json.writeName("components").writeStartArray();
        json.writeStartObject();
        json.writeStringProperty("type", "application");
        json.writeStringProperty("group", "org.retrato");
        json.writeStringProperty("name", "retrato");
        var module = BillOfMaterials.class.getModule().getDescriptor();
        writeUnlessEmpty(
                json, "version", module == null ? "" : module.rawVersion().orElse(""));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeComponent(JsonGenerator json, Material material) {
        json.writeStartObject();
        json.writeStringProperty("type", material.isJava() ? "platform" : "library");
        json.writeStringProperty("bom-ref", material.path());
        writeUnlessEmpty(json, "publisher", material.publisher());
        writeUnlessEmpty(json, "group", material.group());
        json.writeStringProperty("name", material.name());
        writeUnlessEmpty(json, "version", material.version());
        if (!material.sha256().isEmpty()) {
            json.writeName("hashes").writeStartArray();
            json.writeStartObject();
            json.writeStringProperty("alg", "SHA-256");
            json.writeStringProperty("content", material.sha256());
            json.writeEndObject();
            json.writeEndArray();
        }
        if (!material.license().isEmpty()) {
            json.writeName("licenses").writeStartArray();
            writeLicense(json, material.license());
            json.writeEndArray();
        }
        json.writeStringProperty("purl", material.purl());
        json.writeEndObject();
    }

    private static void writeLicense(JsonGenerator json, String license) {
        json.writeStartObject();
        if (Spdx.isExpression(license)) {
            json.writeStringProperty("expression", license);
        } else {
            json.writeName("license").writeStartObject();
            json.writeStringProperty(Spdx.isId(license) ? "id" : "name", license);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeDependency(JsonGenerator json, String reference, Collection<String> needed) {
        json.writeStartObject();
        json.writeStringProperty("ref", reference);
        json.writeName("dependsOn").writeStartArray();
        needed.forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeUnlessEmpty(JsonGenerator json, String name, String text) {
        if (!text.isEmpty()) {
            json.writeStringProperty(name, text);
        }
    }
}
