/**
 * Makes of a folder what is handed out.
 *
 * <pre>
 *   a Java ──► JavaImage ──► jdk/ ─┐
 *                                  ▼
 *                          the folder of a distribution ──► Archive (tar.gz, zip)
 *                                  │                    ──► Container (OCI image layout)
 *                                  ▼
 *                              SizeReport
 * </pre>
 *
 * <p>The same folder gives the same bytes, wherever and whenever it is packed.
 */
@NullMarked
package org.retrato.distribution.archive;

import org.jspecify.annotations.NullMarked;
