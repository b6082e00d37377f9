/**
 * Describes components to people: what they are, their hyperparameters, their formulas, what runs of them, and where they
 * come from.
 *
 * <pre>
 *   name ──► Entry ──► Texts, Parameters ─┐
 *              └──► component ──┬─► Formulas ──► Description ──► lines
 *                               │        └─────────┐
 *                               └─► Compilation ──► KernelDescription ──► lines
 * </pre>
 */
@NullMarked
package org.retrato.distribution.describing;

import org.jspecify.annotations.NullMarked;
