package org.giaoban.recommendations;

import static org.giaoban.recommendations.db.Tables.RECOMMENDATION;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Recipient;
import org.giaoban.notification.Reminder;
import org.giaoban.notification.ReminderSource;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Each day's list for those at whose desks recommendations fall due or are late. */
@Repository
@Transactional(readOnly = true)
class RecommendationReminders implements ReminderSource {

    private static final int MOST = 10_000;

    private final RecommendationRepository repository;
    private final AnswerRule rule;
    private final Grants grants;
    private final Organization organization;

    RecommendationReminders(
            RecommendationRepository repository, AnswerRule rule, Grants grants, Organization organization) {
        this.repository = repository;
        this.rule = rule;
        this.grants = grants;
        this.organization = organization;
    }

    @Override
    public List<Reminder> due(LocalDate day) {
        var until = rule.remindUntil(day, organization.workingCalendar());
        var due = repository.where(
                RecommendationRepository.OPEN.and(RECOMMENDATION.DUE_ON.le(until)),
                MOST,
                RECOMMENDATION.DUE_ON.asc(),
                RECOMMENDATION.ID.asc());
        var names = Names.of(organization, due, day);
        var people = people(due.stream().map(one -> one.desk().unit()).collect(Collectors.toSet()));
        return due.stream()
                .flatMap(one -> people.getOrDefault(one.desk().unit(), Set.of()).stream()
                        .map(account -> reminder(RecommendationLine.of(one, names, day), account)))
                .toList();
    }

    private static Reminder reminder(RecommendationLine line, AccountId account) {
        return new Reminder(
                new Recipient.Account(account),
                line.overdue() ? "recommendations.remind.late" : "recommendations.remind.soon",
                Stream.of(
                                line.number(),
                                line.unitName(),
                                Formats.date(line.dates().dueOn()),
                                line.dates().late())
                        .map(String::valueOf)
                        .toList(),
                line.href(),
                line.dates().dueOn());
    }

    private Map<UnitId, Set<AccountId>> people(Set<UnitId> desks) {
        var people = new HashMap<UnitId, Set<AccountId>>();
        grants.holdings(List.of(Capability.RECOMMENDATION_ANSWER), desks)
                .forEach(held -> people.computeIfAbsent(held.unit(), unit -> new HashSet<>())
                        .add(held.account()));
        desks.stream()
                .filter(desk -> !people.containsKey(desk))
                .forEach(desk -> people.put(desk, grants.holders(Capability.RECOMMENDATION_ANSWER, desk)));
        return people;
    }
}
