/** Artist styles: an activation, a loss and an optimizer that go together. */
@NullMarked
package org.retrato.styles;

import org.jspecify.annotations.NullMarked;
