package org.retrato.distribution.painting;

import org.retrato.runtime.data.Image;

/**
 * Is what has been painted after some steps.
 *
 * @param step the number of steps taken
 * @param psnr how near it is to the target, in decibels
 */
public record Painting(int step, Image picture, double psnr) {}
