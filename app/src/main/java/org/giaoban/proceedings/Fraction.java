package org.giaoban.proceedings;

import org.giaoban.platform.Texts;

/** A part that is to be reached: at least so much of a number, or strictly more. */
record Fraction(int numerator, int denominator, boolean strict) {

    /** The smallest whole number of people that reaches it. */
    int needed(int of) {
        var share = (long) of * numerator;
        return (int) (strict ? share / denominator + 1 : (share + denominator - 1) / denominator);
    }

    /** "over 1/2", "at least 2/3". */
    String words() {
        return Texts.text(strict ? "proceedings.fraction.over" : "proceedings.fraction.least", numerator, denominator);
    }
}
