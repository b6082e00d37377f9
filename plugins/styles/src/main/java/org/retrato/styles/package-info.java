/**
 * Artist styles: an activation, a loss, an optimizer and a schedule that go together.
 *
 * <pre>
 * realist        relu     mse            adam      cosine
 * impressionist  sigmoid  huber          adam      cosine
 * classicist     tanh     mse            sgd       constant
 * expressionist  tanh     huber          momentum  exponential
 * cubist         relu     huber          rmsprop   step
 * pop-art        relu     cross-entropy  adam      cosine
 * </pre>
 *
 * <p>The parts are those of the plugin {@code classics}, named and not linked, so that users can replace each:
 * {@code cubist(optimizer=sgd)}. The learning rates suit a portrait: coordinates encoded as 256 Fourier features, three hidden
 * layers of 256, colours from 0 to 1, some hundred steps of thousands of points.
 */
@NullMarked
package org.retrato.styles;

import org.jspecify.annotations.NullMarked;
