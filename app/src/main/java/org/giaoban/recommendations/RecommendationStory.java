package org.giaoban.recommendations;

import static org.giaoban.recommendations.db.Tables.RECOMMENDATION;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Repository;

/** Lets the desks of a story take up or answer what its {@code narratives.csv} says they did. */
@Repository
class RecommendationStory implements StoryPart {

    private static final String FILE = "narratives.csv";

    private final RecommendationRepository repository;
    private final Answering answering;
    private final RecommendationNotices desks;
    private final Organization organization;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    RecommendationStory(
            RecommendationRepository repository,
            Answering answering,
            RecommendationNotices desks,
            Organization organization,
            Accounts accounts,
            CurrentViewer viewer) {
        this.repository = repository;
        this.answering = answering;
        this.desks = desks;
        this.organization = organization;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    @Override
    public int order() {
        return 52;
    }

    @Override
    public void load(Story story) {
        if (story.has(FILE)) {
            story.csv(FILE).stream()
                    .filter(row -> !row.getOrDefault("state", "").isBlank())
                    .forEach(row -> waiting(row).ifPresent(one -> settle(one, row)));
        }
    }

    private Optional<Recommendation> waiting(Map<String, String> row) {
        return organization
                .byCode(row.getOrDefault("unit_code", ""))
                .flatMap(unit -> repository
                        .where(
                                RECOMMENDATION
                                        .UNIT_ID
                                        .eq(unit)
                                        .and(RECOMMENDATION.BODY.eq(row.getOrDefault("text", "")))
                                        .and(RecommendationRepository.STATE.eq(RecommendationState.WAITING)),
                                1,
                                RECOMMENDATION.ID.asc())
                        .stream()
                        .findFirst());
    }

    private void settle(Recommendation one, Map<String, String> row) {
        viewer.run(atDesk(one), () -> {
            if (row.getOrDefault("state", "").equals("ANSWERED")) {
                answering.answer(one.id(), row.getOrDefault("answer", ""));
            } else {
                answering.takeUp(one.id());
            }
        });
    }

    private Viewer atDesk(Recommendation one) {
        return desks.desk(one.desk().unit()).stream()
                .min(Comparator.comparing(AccountId::value))
                .flatMap(accounts::viewer)
                .orElse(Viewer.SYSTEM);
    }
}
