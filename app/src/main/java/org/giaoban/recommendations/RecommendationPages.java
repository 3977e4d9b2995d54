package org.giaoban.recommendations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.recommendations.PathRepository.Step;
import org.giaoban.recommendations.Recommendation.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the page of one recommendation. */
@Service
@Transactional(readOnly = true)
class RecommendationPages {

    private final RecommendationRepository repository;
    private final PathRepository steps;
    private final Sights sights;
    private final Addressees addressees;
    private final Organization organization;
    private final Audit audit;
    private final Clock clock;

    RecommendationPages(
            RecommendationRepository repository,
            PathRepository steps,
            Sights sights,
            Addressees addressees,
            Organization organization,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.steps = steps;
        this.sights = sights;
        this.addressees = addressees;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the page shows. */
    public record Page(
            RecommendationLine line,
            Origin origin,
            Rights rights,
            List<PathStep> path,
            Map<String, String> desks,
            Map<String, String> typed,
            List<AuditEntry> history) {

        String href(String act) {
            return line.href() + "/" + act;
        }

        String typed(String act) {
            return typed.getOrDefault(act, "");
        }

        @Nullable
        String refused() {
            return typed.get("refused");
        }
    }

    /** Where it was raised, in words, with the page when there is one. */
    public record Origin(String text, @Nullable String href) {}

    /** What the viewer may do now. */
    public record Rights(boolean answer, boolean takeUp, boolean withdraw) {}

    /** One step of the path. */
    public record PathStep(
            String what, String when, String by, @Nullable String text) {}

    boolean visible(UUID id) {
        return repository.find(id, sights.visible()).isPresent();
    }

    RecommendationLine line(UUID id) {
        return of(id, Map.of()).line();
    }

    Page of(UUID id, Map<String, String> typed) {
        var one = repository.find(id, sights.visible()).orElseThrow(() -> new NotFound(id));
        var today = LocalDate.now(clock);
        boolean answers = one.open() && sights.mayAnswer(one);
        boolean own = one.open() && one.source().kind() != Source.Kind.RETURN && sights.mayRaise(one.unit());
        return new Page(
                RecommendationLine.of(one, Names.of(organization, List.of(one), today), today),
                origin(one.source()),
                new Rights(answers, answers && one.state() != RecommendationState.TAKEN_UP, own),
                path(steps.of(id), today),
                answers ? Addressees.choices(addressees.onwards(one.desk().unit(), today)) : Map.of(),
                typed,
                audit.history(new ObjectRef("recommendation", id)));
    }

    private static Origin origin(Source source) {
        var key = "recommendations.source." + source.kind();
        var period = source.period();
        return new Origin(
                period == null
                        ? Texts.text(key)
                        : Texts.text(
                                "recommendations.source.of-period",
                                Texts.text(key),
                                Period.parse(period).label(LocaleContextHolder.getLocale())),
                source.href());
    }

    private List<PathStep> path(List<Step> steps, LocalDate today) {
        var names = organization.names(
                steps.stream().map(Step::to).filter(Objects::nonNull).collect(Collectors.toSet()), today);
        return steps.stream().map(step -> step(step, names)).toList();
    }

    private static PathStep step(Step step, Map<UnitId, String> names) {
        var to = step.to();
        var key = "recommendations.step." + step.act().code();
        var what = to == null ? Texts.text(key) : Texts.text(key + "-to", names.getOrDefault(to, ""));
        return new PathStep(what, Formats.dateTime(step.at()), step.by(), step.text());
    }
}
