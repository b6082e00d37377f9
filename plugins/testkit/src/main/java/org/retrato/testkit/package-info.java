/** The conformance kit for plugin authors. */
@NullMarked
package org.retrato.testkit;

import org.jspecify.annotations.NullMarked;
