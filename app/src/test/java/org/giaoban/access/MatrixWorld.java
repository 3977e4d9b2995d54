package org.giaoban.access;

import org.giaoban.kernel.UnitId;

/**
 * The units of the matrix.
 *
 * @param own the unit that owns the samples' objects
 * @param sibling a unit beside it, under the same unit above
 * @param above the unit above both
 */
public record MatrixWorld(UnitId own, UnitId sibling, UnitId above) {

    /** Codes of the story's units, for addresses that name units by code. */
    public static final String OWN_CODE = "SL-01";

    public static final String SIBLING_CODE = "SL-02";
    public static final String ABOVE_CODE = "SL";
}
