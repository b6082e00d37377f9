package org.retrato.runtime.compile.matrix;

import java.util.ArrayList;
import java.util.List;

/**
 * Names a part of a matrix of weights, the work of one task: some inputs, and some panels of outputs.
 *
 * @param firstInput the first input, a multiple of {@value #STRIP}
 * @param endInput the one after the last input
 * @param firstPanel the first panel
 * @param endPanel the one after the last panel
 */
public record Block(int firstInput, int endInput, int firstPanel, int endPanel) {
    /** So many floats stay in the second-level cache while the rows of many tiles pass. */
    private static final int WEIGHTS = 1 << 17;

    /** What inputs are cut at: whole strips, however wide the vectors are. */
    private static final int STRIP = 12;

    /**
     * Returns blocks that together are the matrix, about square: what is read for them is least then.
     *
     * @param wanted how many there should be, about, as far as there are panels and strips
     */
    public static List<Block> of(PanelLayout layout, int wanted) {
        int strips = Math.ceilDiv(layout.rows(), STRIP);
        int weights = strips * STRIP * layout.panels() * PanelLayout.WIDTH;
        int size = Math.min(WEIGHTS, Math.ceilDiv(weights, Math.max(wanted, 1)));
        int panelsOfSquare = Math.clamp((int) Math.sqrt(size) / PanelLayout.WIDTH, 1, layout.panels());
        int groups = Math.ceilDiv(layout.panels(), panelsOfSquare);
        int panels = Math.ceilDiv(layout.panels(), groups);
        int cuts = Math.clamp(Math.ceilDiv(weights, groups * size), 1, strips);
        var blocks = new ArrayList<Block>();
        for (int panel = 0; panel < layout.panels(); panel += panels) {
            for (int cut = 0; cut < cuts; cut++) {
                int first = strips * cut / cuts * STRIP;
                int end = strips * (cut + 1) / cuts * STRIP;
                blocks.add(new Block(
                        first, Math.min(end, layout.rows()), panel, Math.min(panel + panels, layout.panels())));
            }
        }
        return blocks;
    }
}
