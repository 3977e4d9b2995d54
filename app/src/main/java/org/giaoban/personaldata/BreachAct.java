package org.giaoban.personaldata;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** What is typed where a breach is assessed, reported, told or closed. */
public record BreachAct(String level, String affected, String consequences, String measures, String text) {

    static final BreachAct NONE = new BreachAct("", "", "", "", "");

    private static final int DIGITS = 9;

    /** What was said the last time, to be said better. */
    static BreachAct of(Breach.@Nullable Assessment said) {
        if (said == null) {
            return NONE;
        }
        var affected = said.affected() == null ? "" : String.valueOf(said.affected());
        return new BreachAct(said.level().name(), affected, said.consequences(), said.measures(), "");
    }

    public BreachAct(
            @Nullable String level,
            @Nullable String affected,
            @Nullable String consequences,
            @Nullable String measures,
            @Nullable String text) {
        this.level = text(level);
        this.affected = text(affected);
        this.consequences = text(consequences);
        this.measures = text(measures);
        this.text = text(text);
    }

    Optional<Breach.Level> chosen() {
        return Arrays.stream(Breach.Level.values())
                .filter(one -> one.name().equals(level))
                .findFirst();
    }

    /** Nothing typed: not known yet. */
    @Nullable
    Integer people() {
        if (affected.isEmpty()) {
            return null;
        }
        var digits = affected.replace(".", "");
        if (digits.isEmpty() || digits.length() > DIGITS || !digits.chars().allMatch(BreachAct::digit)) {
            throw new Refused("personaldata.breach.refused.affected");
        }
        return Integer.valueOf(digits);
    }

    private static boolean digit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    private static String text(@Nullable String typed) {
        return VietnameseText.nfc(Objects.requireNonNullElse(typed, "")).strip();
    }
}
