package org.giaoban.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Zone;
import org.giaoban.recommendations.PathRepository.Act;
import org.giaoban.recommendations.PathRepository.Step;
import org.giaoban.recommendations.Recommendation.Desk;
import org.giaoban.recommendations.Recommendation.Number;
import org.giaoban.recommendations.Recommendation.Outcome;
import org.giaoban.recommendations.Recommendation.Source;
import org.giaoban.reporting.RequestsRaised;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters recommendations into the ledger: from returns as they are sent, from meetings and by hand. */
@Service
@Transactional
class Raising {

    private final RecommendationRepository repository;
    private final PathRepository steps;
    private final Addressees addressees;
    private final AnswerRule rule;
    private final Organization organization;
    private final Trace trace;
    private final Clock clock;

    Raising(
            RecommendationRepository repository,
            PathRepository steps,
            Addressees addressees,
            AnswerRule rule,
            Organization organization,
            Trace trace,
            Clock clock) {
        this.repository = repository;
        this.steps = steps;
        this.addressees = addressees;
        this.rule = rule;
        this.organization = organization;
        this.trace = trace;
        this.clock = clock;
    }

    /** Who did it, for the log and for those it concerns. */
    @org.springframework.stereotype.Component
    record Trace(Audit audit, CurrentViewer viewer, RecommendationNotices notices) {

        Viewer by() {
            return viewer.find().orElse(Viewer.SYSTEM);
        }

        void log(Recommendation one, Act act, String text) {
            audit.record(
                    "recommendation." + act.code(),
                    new ObjectRef("recommendation", one.id()),
                    one.unit(),
                    Map.of("number", one.number().text(), "text", text));
        }
    }

    /** One thing asked, before it has a number; {@code desk} when the addressee was chosen, not written. */
    record Asked(String text, String addressee, @Nullable UnitId desk) {}

    /** Brings the ledger in line with a return that was sent: new ones get numbers, open ones it no longer makes are withdrawn. */
    @EventListener
    void sent(RequestsRaised sent) {
        var known = repository.ofSource(sent.returnId());
        var asked = new HashSet<String>();
        var fresh = new ArrayList<Asked>();
        for (var request : sent.requests()) {
            var hash = RecommendationRepository.hash(request.text(), request.addressee());
            if (asked.add(hash) && !known.containsKey(hash)) {
                fresh.add(new Asked(request.text(), request.addressee(), null));
            }
        }
        withdrawAndRevive(known, asked, sent.at());
        if (!fresh.isEmpty()) {
            var source = new Source(
                    Source.Kind.RETURN,
                    sent.returnId(),
                    sent.href(),
                    sent.period().code());
            var raised = raise(sent.unit(), source, fresh, sent.at());
            if (!sent.told()) {
                trace.notices().raised(raised);
            }
        }
    }

    private void withdrawAndRevive(Map<String, Recommendation> known, HashSet<String> asked, Instant at) {
        var dropped = new ArrayList<UUID>();
        var back = new ArrayList<UUID>();
        var told = new ArrayList<Step>();
        known.forEach((hash, one) -> {
            if (!asked.contains(hash) && one.open()) {
                dropped.add(one.id());
                told.add(Step.of(one, Act.WITHDRAW, at, trace.by(), null));
            } else if (asked.contains(hash) && one.state() == RecommendationState.WITHDRAWN) {
                back.add(one.id());
                told.add(Step.of(one, Act.RAISE, at, trace.by(), null));
            }
        });
        if (!told.isEmpty()) {
            repository.withdraw(dropped);
            repository.revive(back);
            steps.insert(told);
        }
    }

    /** Outside a return. */
    UUID raise(UnitId unit, Source source, Asked asked) {
        var raised = raise(unit, source, List.of(asked), clock.instant());
        trace.notices().raised(raised);
        return raised.getFirst().id();
    }

    private List<Recommendation> raise(UnitId unit, Source source, List<Asked> asked, Instant at) {
        var day = LocalDate.ofInstant(at, Zone.ID);
        var due = rule.dueOn(day, organization.workingCalendar());
        int number = repository.numbers(unit, day.getYear(), asked.size());
        var raised = new ArrayList<Recommendation>();
        for (var one : asked) {
            var desk = one.desk() == null ? addressees.named(one.addressee(), unit, day) : one.desk();
            raised.add(new Recommendation(
                    Uuid7.next(),
                    new Number(unit, day.getYear(), number++),
                    unit,
                    source,
                    one.text(),
                    one.addressee(),
                    new Desk(desk, day),
                    day,
                    due,
                    Outcome.OPEN));
        }
        repository.insert(raised);
        steps.insert(raised.stream()
                .map(one -> Step.of(one, Act.RAISE, at, trace.by(), null))
                .toList());
        raised.forEach(one -> trace.log(one, Act.RAISE, one.text()));
        return raised;
    }
}
