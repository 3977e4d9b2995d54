package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Delegations;
import org.giaoban.kernel.DateRange;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;

/** Lets a story's people decide in each other's place, by {@code delegations.csv}. */
@Component
class DelegationStory implements StoryPart {

    private static final int BEFORE_RETURNS = 49;
    private static final String FILE = "delegations.csv";

    private final Delegations delegations;
    private final Organization organization;
    private final ReportingStory.Cast cast;

    DelegationStory(Delegations delegations, Organization organization, ReportingStory.Cast cast) {
        this.delegations = delegations;
        this.organization = organization;
        this.cast = cast;
    }

    @Override
    public int order() {
        return BEFORE_RETURNS;
    }

    @Override
    public void load(Story story) {
        if (story.has(FILE)) {
            story.csv(FILE).forEach(this::give);
        }
    }

    private void give(Map<String, String> row) {
        cast.act(row.getOrDefault("giver", ""), row.getOrDefault("given_at", ""), () -> {
            if (delegations.given().isEmpty()) {
                var login = row.getOrDefault("taker", "");
                delegations.give(
                        cast.accounts().byLogin(login).orElseThrow(() -> new NotFound(login)),
                        Arrays.stream(row.getOrDefault("units", "").split(" "))
                                .map(organization::idOf)
                                .collect(Collectors.toSet()),
                        new DateRange(
                                LocalDate.parse(row.getOrDefault("from", "")),
                                LocalDate.parse(row.getOrDefault("last", "")).plusDays(1)));
            }
        });
    }
}
