package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.Optional;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Story;
import org.springframework.stereotype.Component;

/** Lets the office take up or answer the recommendations a story says it did. */
@Component
class StoryRequests {

    private final Recommendations recommendations;
    private final Organization organization;

    StoryRequests(Recommendations recommendations, Organization organization) {
        this.recommendations = recommendations;
        this.organization = organization;
    }

    void load(Story story, String period) {
        for (var row : story.csv("narratives.csv")) {
            String state = StoryBooks.cell(row, "state");
            if (!state.isEmpty() && StoryBooks.cell(row, "period").equals(period)) {
                waiting(story.today(), StoryBooks.cell(row, "unit_code"), StoryBooks.cell(row, "text"))
                        .ifPresent(found -> settle(found, state, StoryBooks.cell(row, "answer")));
            }
        }
    }

    private Optional<Recommendation> waiting(LocalDate today, String unitCode, String text) {
        return organization
                .byCode(unitCode)
                .flatMap(unit -> organization.find(unit, today))
                .flatMap(unit -> recommendations.waiting(unit.id()).stream()
                        .filter(one -> one.text().equals(text) && one.state() != Recommendation.State.TAKEN_UP)
                        .findFirst());
    }

    private void settle(Recommendation found, String state, String answer) {
        if (state.equals("ANSWERED")) {
            recommendations.answer(found.id(), answer);
        } else {
            recommendations.takeUp(found.id());
        }
    }
}
