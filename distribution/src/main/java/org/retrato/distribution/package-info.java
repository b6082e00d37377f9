/** The command line. */
@NullMarked
package org.retrato.distribution;

import org.jspecify.annotations.NullMarked;
