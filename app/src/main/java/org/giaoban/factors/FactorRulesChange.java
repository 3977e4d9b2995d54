package org.giaoban.factors;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.factors.FactorRules.Rule;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes who needs a second factor and what a fresh proof is asked for: only by whoever decides on the rights of everybody. */
@Service
@Transactional
class FactorRulesChange {

    private final FactorRules rules;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    FactorRulesChange(FactorRules rules, Access access, Audit audit, Clock clock) {
        this.rules = rules;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean mayChange() {
        return access.reachesEverybody(Capability.GRANTS);
    }

    @Transactional(readOnly = true)
    List<Rule> all() {
        return rules.all();
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history() {
        return audit.history(object());
    }

    /** False when there is a version from that day or later. */
    boolean put(Rule rule) {
        door();
        var put = rules.follow(rule);
        if (put) {
            var details = Map.of(
                    "about", FactorRuleForm.name(rule),
                    "need", rule.need().name(),
                    "minutes", rule.minutes() == null ? "" : rule.minutes().toString(),
                    "from", rule.from().toString());
            audit.record("factors.rule", object(), null, details);
        }
        return put;
    }

    boolean end(UUID id, LocalDate last) {
        door();
        var ended = rules.end(id, last.plusDays(1));
        if (ended) {
            var about = rules.all().stream()
                    .filter(rule -> rule.id().equals(id))
                    .findFirst()
                    .map(FactorRuleForm::name)
                    .orElse("");
            audit.record("factors.rule-ended", object(), null, Map.of("about", about, "until", last.toString()));
        }
        return ended;
    }

    private void door() {
        if (!mayChange()) {
            throw new Refused("factors.rules.only-top");
        }
    }

    private static ObjectRef object() {
        return new ObjectRef("factor-rules", UUID.nameUUIDFromBytes("factors.rule".getBytes(StandardCharsets.UTF_8)));
    }
}
