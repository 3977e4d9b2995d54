package org.giaoban.reorganisation;

import java.math.BigDecimal;

/**
 * A unit an event founds, changes or gives to; an empty text means: stays as it is.
 *
 * @param parent code of the unit above, an existing one or a new one of the same plan
 * @param share of a split
 */
record Target(
        String code, String name, String shortName, String kind, String parent, BigDecimal share, boolean estimated) {

    static Target of(String code) {
        return new Target(code, "", "", "", "", BigDecimal.ONE, false);
    }

    static Target unit(String code, String name, String shortName, String kind, String parent) {
        return new Target(code, name, shortName, kind, parent, BigDecimal.ONE, false);
    }

    Target share(BigDecimal part, boolean guessed) {
        return new Target(code, name, shortName, kind, parent, part, guessed);
    }

    Target kind(String other) {
        return new Target(code, name, shortName, other, parent, share, estimated);
    }
}
