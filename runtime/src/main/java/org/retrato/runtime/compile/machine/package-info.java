/** What the machine gives to whatever runs on it: vectors of a width, memory at cache lines, and threads. */
@NullMarked
package org.retrato.runtime.compile.machine;

import org.jspecify.annotations.NullMarked;
