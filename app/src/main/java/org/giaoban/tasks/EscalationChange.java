package org.giaoban.tasks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.organization.Organization;
import org.giaoban.tasks.EscalationRules.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the rules by which overdue work goes before leaders: always by a new version from a day to come. */
@Service
@Transactional
class EscalationChange {

    private final EscalationRules rules;
    private final Organization organization;
    private final Audit audit;
    private final Clock clock;

    EscalationChange(EscalationRules rules, Organization organization, Audit audit, Clock clock) {
        this.rules = rules;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /** How much of today's work the rules let go before that leader: as it is, and as it would be. */
    record Effect(@Nullable Rule before, Rule after, int now, int then) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    @Transactional(readOnly = true)
    List<Rule> all() {
        return rules.all();
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history() {
        return audit.history(object());
    }

    @Transactional(readOnly = true)
    Effect effect(Rule after) {
        var before = rules.on(after.from().minusDays(1)).stream()
                .filter(one -> one.rung() == after.rung())
                .findFirst()
                .orElse(null);
        return new Effect(before, after, before == null ? 0 : ripe(before), ripe(after));
    }

    private int ripe(Rule rule) {
        return rules.owedSince(organization.workingCalendar().plusWorkingDays(today(), -rule.after()));
    }

    /** False when the rung has a version from that day or later. */
    boolean put(Rule rule) {
        if (!rules.follow(rule)) {
            return false;
        }
        audit.record(
                "tasks-escalation",
                object(),
                null,
                Map.of(
                        "rung",
                        rule.rung().name(),
                        "after",
                        rule.after(),
                        "from",
                        rule.from().toString()));
        return true;
    }

    boolean end(UUID id, LocalDate last) {
        var ended = rules.end(id, last.plusDays(1));
        if (ended) {
            audit.record(
                    "tasks-escalation-ended",
                    object(),
                    null,
                    Map.of("until", last.plusDays(1).toString()));
        }
        return ended;
    }

    private static ObjectRef object() {
        return new ObjectRef("escalation", UUID.nameUUIDFromBytes("escalation".getBytes(StandardCharsets.UTF_8)));
    }
}
