/** Writes files for other programs. */
@NullMarked
package org.retrato.distribution.json;

import org.jspecify.annotations.NullMarked;
