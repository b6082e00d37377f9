/**
 * Tells what plugins could do beyond mathematics by reading their classes, of which it loads none.
 *
 * <pre>
 *   JARs ──► Contents ──► Code ──► CodeScan ──► Reference ──► Judge ──► Finding ──► AuditText, AuditFile
 *            what is in   a class   what it names              what that can do,
 *            the files    each      and where                  by CapabilityTable and the supertypes in the Jdk
 * </pre>
 *
 * <p>The table is {@code capabilities.txt}. What it does not call mathematics is found, if only as {@code other}: code is clean
 * by what is known of it, not by what is unknown.
 */
@NullMarked
package org.retrato.distribution.auditing;

import org.jspecify.annotations.NullMarked;
