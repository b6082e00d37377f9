/**
 * Dense networks: their description, their initial weights, and the way of a tile of rows through them and back.
 *
 * <pre>
 * Network ─▶ Model = encoding ─▶ DenseLayer ─▶ activation ─▶ … ─▶ DenseLayer ─▶ inverse link of the loss
 *                         └──────────── Tile: forward, backward ────────────┘
 * </pre>
 *
 * <p>What an activation learns lies in {@link org.retrato.runtime.network.ActivationParameters}, for each layer; how its
 * gradient is summed is said in {@link org.retrato.runtime.network.Learning}.
 */
@NullMarked
package org.retrato.runtime.network;

import org.jspecify.annotations.NullMarked;
