/**
 * Measures how fast this machine is, and how near the work of training comes to it.
 *
 * <pre>
 * Workloads ─▶ Workload (a run, how much it does, its Limit) ─▶ Meter ─▶ Measurement (rate, percent of the limit)
 *                                                                └─ Stopwatch: warm-up, then Timing in slices
 * </pre>
 *
 * <p>A kernel whose vectors are objects rather than registers is up to a hundred times slower and says nothing of it. What it
 * allocates gives it away: see {@link org.retrato.runtime.benchmark.Measurement#isSlow}.
 */
@NullMarked
package org.retrato.runtime.benchmark;

import org.jspecify.annotations.NullMarked;
