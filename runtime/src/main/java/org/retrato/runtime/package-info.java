/** What makes the formulas of the plugins run. */
@NullMarked
package org.retrato.runtime;

import org.jspecify.annotations.NullMarked;
