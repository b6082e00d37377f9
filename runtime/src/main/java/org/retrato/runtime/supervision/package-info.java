/**
 * Runs code of plugins so that what never ends, or takes all memory, is named and left behind.
 *
 * <pre>
 *   caller ──▶ Supervision ──▶ SupervisedCall ──▶ SupervisedThread: the code of the plugin
 *      ▲                            │ waits, and looks now and then: time, memory (Limits)
 *      └────── what it returns ─────┴──▶ RunawayException: how far it went, and at which line it is
 * </pre>
 *
 * <p>Java cannot end a thread that does not want to. One that is left behind gets no work any more and the lowest priority; it
 * keeps the classes of its plugin in memory until it ends or the process does.
 */
@NullMarked
package org.retrato.runtime.supervision;

import org.jspecify.annotations.NullMarked;
