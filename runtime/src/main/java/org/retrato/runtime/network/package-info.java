/**
 * Dense networks: their description, their initial weights, and the way of a tile of rows through them and back.
 *
 * <pre>
 * Network ─▶ Model = encoding ─▶ DenseLayer ─▶ activation ─▶ … ─▶ DenseLayer ─▶ inverse link of the loss
 *                         └──────────── Tile: forward, backward ────────────┘
 * </pre>
 */
@NullMarked
package org.retrato.runtime.network;

import org.jspecify.annotations.NullMarked;
