package org.giaoban.reporting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and ends thresholds of pace, with a trace. */
@Service
@Transactional
class PaceDesk {

    private static final String KIND = "pace-rule";

    private final PaceRules rules;
    private final Audit audit;

    PaceDesk(PaceRules rules, Audit audit) {
        this.rules = rules;
        this.audit = audit;
    }

    boolean add(@Nullable String indicator, BigDecimal least, LocalDate from) {
        if (!rules.add(indicator, least, from)) {
            return false;
        }
        String what = Objects.requireNonNullElse(indicator, "");
        var id = UUID.nameUUIDFromBytes((what + from).getBytes(StandardCharsets.UTF_8));
        audit.record(
                "reporting.pace-added",
                new ObjectRef(KIND, id),
                null,
                Map.of("indicator", what, "least", least.toPlainString(), "from", from.toString()));
        return true;
    }

    boolean end(UUID id, LocalDate until) {
        if (!rules.end(id, until)) {
            return false;
        }
        audit.record("reporting.pace-ended", new ObjectRef(KIND, id), null, Map.of("until", until.toString()));
        return true;
    }
}
