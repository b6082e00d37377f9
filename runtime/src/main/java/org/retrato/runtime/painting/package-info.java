/**
 * Shows what a network paints: palettes, films of the learning, contact sheets and pictures in a terminal.
 *
 * <pre>
 *   Image ──► Palette ──► indices to learn as categories ──► probabilities ──► Palette ──► Image
 *   Image, Image, … ──► Film ──► an animated GIF
 *   Image and captions ──► ContactSheet ──► Image        (drawn on a Canvas, written with a Lettering)
 *   Image ──► TerminalPicture ──► lines of coloured half blocks
 * </pre>
 *
 * Nothing here asks the machine for fonts, a screen or a clock: the same input gives the same pixels everywhere.
 */
@NullMarked
package org.retrato.runtime.painting;

import org.jspecify.annotations.NullMarked;
