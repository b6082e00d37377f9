/**
 * Fused vector loops: what happens to each element of some arrays is built as a {@link
 * org.retrato.runtime.compile.loop.Loop}, and compiled to one loop of vector instructions.
 *
 * <pre>
 *   Loop ──────────▶ Program ───▶ KernelCompiler ──▶ Emitter ──▶ Kernel
 *   FloatLanes, …    what the     remembers;         byte code   run(arrays, offsets, scalars, count)
 *   Exponentials, …  stores need  cuts into Stages
 * </pre>
 *
 * <p>Nothing here knows of tensors or graphs. Functions such as the exponential are expanded into operations that IEEE 754
 * defines to the last bit, so a kernel computes the same bits with vectors of any width.
 */
@NullMarked
package org.retrato.runtime.compile.loop;

import org.jspecify.annotations.NullMarked;
