/**
 * Draws the portrait that the distribution ships: a sitter for all artists, made of what tells their styles apart.
 *
 * <pre>
 *   Backdrop, Dress, Face, Eyes, Hair   ──►   Easel (layers of Outlines and Strokes)   ──►   Image
 *   hard edges, a pattern, soft shading, detail, fine lines
 * </pre>
 *
 * All of it is arithmetic that gives the same bits everywhere. Coordinates are those of a canvas of 512 by 512, with y
 * pointing down.
 */
@NullMarked
package org.retrato.distribution.portrait;

import org.jspecify.annotations.NullMarked;
