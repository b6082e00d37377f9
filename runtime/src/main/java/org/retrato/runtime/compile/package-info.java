/**
 * Makes formulas run: a graph becomes a few fused loops over arrays of floats, with the whole-tensor operations between.
 *
 * <pre>
 * Nodes ─▶ Plan ─▶ Compiler ─▶ CompiledFormula ─▶ Execution (one thread's memory) ─▶ results
 *         stages    │
 *                   ▼
 *                  {@link org.retrato.runtime.compile.loop loop}     {@link org.retrato.runtime.compile.matrix matrix} products of dense layers
 *                   └───────▶ {@link org.retrato.runtime.compile.machine machine} ◀───────┘
 * </pre>
 *
 * <p>A CompiledFormula keeps what it was compiled from, and shows itself to people as a {@link
 * org.retrato.runtime.compile.Listing}.
 *
 * <p>This package alone knows how formulas run; another engine can stand beside it and run the same plugins. Whatever the
 * number of threads and the width of the vectors, the bits of every result are the same.
 */
@NullMarked
package org.retrato.runtime.compile;

import org.jspecify.annotations.NullMarked;
