package org.giaoban.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.indicators.FactOrigins.Said;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The reasons units gave for a value when they sent it. */
@Repository
class ReasonRepository {

    /** Of the newest version saved by the moment; one without a reason hides those before it. */
    private static final String GIVEN = """
            select distinct on (s.source, s.at) s.source, s.at, x.reason
            from unnest(?::uuid[], ?::timestamptz[]) as s (source, at)
            join reporting.return_version v on v.return_id = s.source and v.saved_at <= s.at
            join reporting.return_value x
                on x.cell_id = v.cell_id and x.return_id = v.return_id and x.version = v.version and x.indicator = ?
            order by s.source, s.at, v.version desc
            """;

    private final DSLContext db;

    ReasonRepository(DSLContext db) {
        this.db = db;
    }

    Map<Said, String> given(String indicator, Collection<Said> said) {
        var given = new HashMap<Said, String>();
        db.fetch(
                        GIVEN,
                        said.stream().map(Said::source).toArray(UUID[]::new),
                        said.stream().map(one -> Timestamp.from(one.at())).toArray(Timestamp[]::new),
                        indicator)
                .forEach(row -> {
                    var reason = row.get("reason", String.class);
                    if (reason != null && !reason.isBlank()) {
                        given.put(new Said(row.get("source", UUID.class), row.get("at", Instant.class)), reason);
                    }
                });
        return given;
    }
}
