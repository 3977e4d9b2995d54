package org.giaoban.proceedings;

import java.time.LocalDate;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code majorities.csv}. */
@Component
@Transactional
class ProceedingsProfile implements ProfilePart {

    private static final String FILE = "majorities.csv";

    private final MajorityRepository majorities;

    ProceedingsProfile(MajorityRepository majorities) {
        this.majorities = majorities;
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public void load(Profile profile) {
        majorities.add(profile.csv(FILE).stream().map(ProceedingsProfile::rule).toList());
    }

    private static Majority rule(Map<String, String> row) {
        return new Majority(
                value(row, "code"),
                LocalDate.parse(value(row, "from")),
                day(row.get("until")),
                new Majority.Names(value(row, "name"), value(row, "name_en")),
                Majority.Base.valueOf(value(row, "base")),
                new Fraction(
                        Integer.parseInt(value(row, "numerator")),
                        Integer.parseInt(value(row, "denominator")),
                        Boolean.parseBoolean(value(row, "strict"))),
                value(row, "source"));
    }

    private static String value(Map<String, String> row, String name) {
        var value = row.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(FILE + ": " + name + " is missing in " + row);
        }
        return value;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }
}
