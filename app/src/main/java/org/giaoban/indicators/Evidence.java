package org.giaoban.indicators;

import java.util.Optional;
import org.giaoban.kernel.Figure;

/** What is known of one unit and period when its figures are checked. */
public interface Evidence {

    /** What the unit says; "not reported" when it says nothing. */
    Figure now(String code);

    /** What it said for the period before. */
    Figure before(String code);

    /** Its own plan of the year; "not reported" where it has none. */
    Figure plan(String code);

    /** How units of the same kind lie, when it is known. */
    Optional<Peers> peers(String code, int least);

    /** Whether a list in words has anything in it; empty when it is not asked for. */
    Optional<Boolean> filled(String code);

    /** The indicator as the catalogue words it; empty when it is not in force. */
    Optional<Indicator> indicator(String code);

    /** A short word for an indicator inside a calculation. */
    String word(String code);
}
