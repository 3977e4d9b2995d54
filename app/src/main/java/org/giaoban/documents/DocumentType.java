package org.giaoban.documents;

import java.time.LocalDate;
import org.giaoban.platform.Texts;

/** A kind of document as the rules of a day know it: its printed symbol and when its numbers start again. */
record DocumentType(String code, String symbol, String nameVi, String nameEn, Resets resets) {

    enum Resets {
        TERM,
        YEAR
    }

    String name() {
        return Texts.language().equals("en") ? nameEn : nameVi;
    }

    /** The series a number belongs to: the calendar year, or the issuer's term. */
    String series(LocalDate on, String term) {
        return resets == Resets.YEAR ? String.valueOf(on.getYear()) : term;
    }

    /** Numbers below ten are written 01 to 09. */
    String symbolOf(int number, String issuer) {
        return "%02d-%s/%s".formatted(number, symbol, issuer);
    }

    /** As printed on a draft: room for the number that is not yet given. */
    String symbolOfDraft(String issuer) {
        return "     -%s/%s".formatted(symbol, issuer);
    }
}
