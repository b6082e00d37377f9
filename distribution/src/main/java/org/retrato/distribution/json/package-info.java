/** Writes files for other programs, and reads theirs. */
@NullMarked
package org.retrato.distribution.json;

import org.jspecify.annotations.NullMarked;
