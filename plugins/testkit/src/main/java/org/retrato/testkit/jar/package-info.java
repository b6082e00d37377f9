/** The rules for packaged plugins: P1 and following. */
@NullMarked
package org.retrato.testkit.jar;

import org.jspecify.annotations.NullMarked;
