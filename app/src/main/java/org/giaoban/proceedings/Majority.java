package org.giaoban.proceedings;

import java.time.LocalDate;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** How many must agree, as a rule with dates and its source. */
record Majority(
        String code, LocalDate from, @Nullable LocalDate until, Names names, Base base, Fraction share, String source) {

    /** Of whom the share is taken. */
    enum Base {
        ENTITLED,
        PRESENT
    }

    /** What the rule is called. */
    record Names(String vietnamese, String english) {}

    String name() {
        return Texts.language().equals("en") ? names.english() : names.vietnamese();
    }

    int needed(int entitled, int present) {
        return share.needed(of(entitled, present));
    }

    int of(int entitled, int present) {
        return base == Base.ENTITLED ? entitled : present;
    }

    /** "18 of 23 entitled to vote agreed; over 1/2 is 12 or more: carried". */
    String arithmetic(int inFavour, int entitled, int present) {
        var needed = needed(entitled, present);
        var who = Texts.text(base == Base.ENTITLED ? "proceedings.vote.of-entitled" : "proceedings.vote.of-present");
        return Texts.text(
                inFavour >= needed ? "proceedings.vote.enough" : "proceedings.vote.short",
                inFavour,
                of(entitled, present),
                who,
                share.words(),
                needed);
    }
}
