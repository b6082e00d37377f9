package org.retrato.distribution.assembly;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Says how to assemble.
 *
 * @param output the folder for the archives
 * @param container the folder for an OCI image layout, if one is wanted
 * @param containerBase the OCI image layout that it builds on
 * @param jdk the JDK of which the distribution gets a Java; that which runs unless given
 * @param update whether the lock is written anew where it does not fit
 * @param offline whether nothing is taken from the network
 */
public record Conditions(
        Path output,
        Optional<Path> container,
        Optional<Path> containerBase,
        Optional<Path> jdk,
        boolean update,
        boolean offline) {}
