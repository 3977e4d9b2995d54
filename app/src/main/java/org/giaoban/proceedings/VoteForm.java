package org.giaoban.proceedings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;
import org.giaoban.proceedings.VoteRepository.Hands;

/** A vote as it was typed. */
record VoteForm(String question, String rule, String inFavour, String against, String abstained) {

    static final VoteForm EMPTY = new VoteForm("", "", "", "", "");

    private static final int LONGEST = 500;
    private static final String NUMBER = "\\d{1,5}";

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (question.isBlank() || question.length() > LONGEST) {
            errors.put("question", Texts.text("proceedings.error.question", LONGEST));
        }
        number(errors, "inFavour", inFavour);
        number(errors, "against", against);
        number(errors, "abstained", abstained);
        return errors;
    }

    private static void number(Map<String, String> errors, String field, String typed) {
        if (!typed.isBlank() && !typed.strip().matches(NUMBER)) {
            errors.put(field, Texts.text("proceedings.error.number"));
        }
    }

    /** Nothing typed is no hand. */
    Hands hands() {
        return new Hands(hands(inFavour), hands(against), hands(abstained));
    }

    private static int hands(String typed) {
        return typed.isBlank() ? 0 : Integer.parseInt(typed.strip());
    }
}
