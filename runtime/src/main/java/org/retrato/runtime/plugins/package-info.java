/**
 * Finds plugins: what lies in folders becomes classes of components, or a refusal that says why.
 *
 * <pre>
 *   folders ──► Folder ──► Jar ──► Candidate ──► Selection ──► Dependencies ──► LayerPluginManager ──► Components ──► Plugin
 *               what may   read to  descriptor    one for       those it needs   Layers or FlatLoader   ServiceLoader,
 *               be one     the end  and version   each id       come first       links its classes      each tried once
 *                 │          │         │            │              │                │                       │
 *                 └──────────┴─────────┴────────────┴──────────────┴────────────────┴───────────────────────┴──► Refusal
 * </pre>
 *
 * <p>A plugin is a file {@code x.jar}, or a folder with one such JAR and the libraries it brings along. Hidden files and files
 * with other endings are not looked at. Its manifest describes it; all attributes are optional for a module, whose name and
 * version are its id and version then:
 *
 * <pre>
 *   Plugin-Id: huber                              letters, digits, '.', '_', '-'; what users write before a colon
 *   Plugin-Version: 1.0.0                         a semantic version; 0.0.0 if there is none
 *   Plugin-Requires: 0.1.0                        the Retrato it needs: this or newer, ^1.2.0, or '&gt;=0.1.0 &amp; &lt;2.0.0'
 *   Plugin-Dependencies: base@&gt;=1.0.0, extra?     other plugins; '?' marks an optional one
 *   Plugin-Description, Plugin-Provider, Plugin-License
 * </pre>
 *
 * <p>A module declares its components with {@code provides}, a flat JAR in {@code META-INF/services}. Either reaches {@code
 * org.retrato.api}, the JDK, what it brings along and the plugins it depends on, never the application: a module because its
 * layer is refused if it reads anything else, a flat JAR because its class loader shows nothing else. No author writes {@code
 * opens}: every package is opened to the runtime alone.
 *
 * <p>A {@link org.retrato.runtime.plugins.Policy} says who may call native code, and whether every JAR has to be signed, by whom
 * ({@link org.retrato.runtime.plugins.Trust}): {@code Signatures} looks at that when a candidate is read, before any of it runs.
 *
 * <p>{@link org.retrato.runtime.plugins.Inspection} goes the same way up to the linking, and loads no class. A JAR is read as
 * one that nobody trusts: {@code CentralDirectory} and {@code EntryRules} look at what it claims before Java believes it, {@code
 * ManifestReader} at its manifest, and then {@code JarReader} compares each byte with its checksum, so that nothing that loads
 * classes later finds a surprise.
 *
 * <p>Nothing is skipped silently and nothing costs more than itself: each candidate is accepted or refused, with a stable
 * {@link org.retrato.runtime.plugins.Problem#code() code}, the cause and the remedy; a bad component is refused alone, unless it
 * was the last of its plugin. The same files give the same result: neither their age nor the order of a listing counts.
 */
@NullMarked
package org.retrato.runtime.plugins;

import org.jspecify.annotations.NullMarked;
