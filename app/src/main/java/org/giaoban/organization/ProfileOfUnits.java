package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Arrays;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the profile's kinds of units, posts and holidays; what is there already stays as it is. */
@Component
class ProfileOfUnits implements ProfilePart {

    private static final int FIRST = 10;

    private final ProfileWriter writer;
    private final ProfileRepository repository;

    ProfileOfUnits(ProfileWriter writer, ProfileRepository repository) {
        this.writer = writer;
        this.repository = repository;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    @Transactional
    public void load(Profile profile) {
        repository.kindsWritten(writer.kinds(profile.csv("unit-kinds.csv")));
        writer.parents(profile.csv("unit-kind-parents.csv"));
        writer.posts(profile.csv("posts.csv"));
        writer.holidays(profile.csv("holidays.csv"));
    }

    /** Two columns of a data file as days; an empty end means it goes on. */
    static DateRange days(String from, @Nullable String until) {
        return new DateRange(LocalDate.parse(from), until == null || until.isBlank() ? null : LocalDate.parse(until));
    }

    static String[] words(String list) {
        return Arrays.stream(list.split(" ")).filter(word -> !word.isBlank()).toArray(String[]::new);
    }
}
