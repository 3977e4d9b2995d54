package org.giaoban.personaldata;

import java.time.LocalDate;
import org.giaoban.platform.Texts;

/** Why something is kept from a day on: one row of the register of purposes. */
record Purpose(String code, LocalDate from, int place, Name name, Ground ground, Scope scope) {

    /** What people call it. */
    record Name(String vietnamese, String english) {

        String shown() {
            return Texts.language().equals("en") ? english : vietnamese;
        }
    }

    /** On what a purpose may rest. */
    enum Basis {
        LAW,
        PUBLIC_DUTY,
        CONTRACT,
        CONSENT;

        String word() {
            return Texts.text("personaldata.basis." + name());
        }
    }

    /** What it rests on, in one word and in the words of the law. */
    record Ground(Basis basis, String law) {}

    /** Which data, who gets them, how long they stay. */
    record Scope(String kinds, String recipients, String retention, boolean sensitive) {}

    boolean byConsent() {
        return ground.basis() == Basis.CONSENT;
    }
}
