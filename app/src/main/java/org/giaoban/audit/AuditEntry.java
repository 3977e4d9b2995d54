package org.giaoban.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** One line of the audit log: who did what to which object, when, for which unit. */
public record AuditEntry(
        UUID id,
        Instant at,
        AccountId actor,
        String actorName,
        String act,
        ObjectRef object,
        @Nullable UnitId unit,
        Map<String, String> details) {}
