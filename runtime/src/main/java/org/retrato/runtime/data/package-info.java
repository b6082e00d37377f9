/**
 * Brings data in and out: pictures, tables, and files that are written whole or not at all.
 *
 * <pre>
 *   PNG, JPEG, GIF, BMP ──► ImageFile ──► Image ──► scaledTo(side) ──► values() in [0, 1]
 *   CSV ──► CsvFile ──┐
 *   IDX ──► IdxFile ──┴──► Examples: rows of inputs, and the answers expected
 *   Image, film, checkpoint ──► AtomicFile ──► the complete file, or none
 * </pre>
 *
 * Everything here is immutable and knows nothing of networks. What a user can get wrong (a file that is missing, damaged
 * or of the wrong kind) is a {@link org.retrato.runtime.data.DataException} whose message is a sentence for that user.
 */
@NullMarked
package org.retrato.runtime.data;

import org.jspecify.annotations.NullMarked;
