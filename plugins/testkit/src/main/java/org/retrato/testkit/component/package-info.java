/** The rules for all components: H1 and following. */
@NullMarked
package org.retrato.testkit.component;

import org.jspecify.annotations.NullMarked;
