/** The rules for schedules and styles: S1 and following. */
@NullMarked
package org.retrato.testkit.schedule;

import org.jspecify.annotations.NullMarked;
