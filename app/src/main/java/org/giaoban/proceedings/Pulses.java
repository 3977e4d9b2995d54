package org.giaoban.proceedings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Memory;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Feels a meeting's pulse: however many pages ask, the database is asked twice a second at most. */
@Component
class Pulses implements Memory {

    private static final Duration FRESH = Duration.ofMillis(500);
    private static final int MOST = 500;

    private static final String FEEL = """
            select
                (select count(*) from proceedings.presence where meeting_id = m.id) || '.'
                    || (select coalesce(sum(extract(epoch from changed_at)::bigint), 0) from proceedings.voter where meeting_id = m.id)
                    as roll,
                (select count(*) + count(ended_at) from proceedings.turn where meeting_id = m.id) || '.'
                    || (select count(*) + coalesce(sum(version), 0) from proceedings.speech where meeting_id = m.id) || '.'
                    || (select count(*) + count(struck_at) from proceedings.vote where meeting_id = m.id) || '.'
                    || coalesce((select part from proceedings.course where meeting_id = m.id), 1) as floor,
                (select count(*) from proceedings.writing where meeting_id = m.id)::text as notes
            from (select ?::uuid as id) m""";

    private final DSLContext db;
    private final Clock clock;
    private final Map<MeetingId, Felt> felt = new ConcurrentHashMap<>();

    Pulses(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Felt(Instant at, Pulse pulse) {}

    @Transactional(readOnly = true)
    Pulse of(MeetingId id) {
        var now = clock.instant();
        var last = felt.get(id);
        if (last != null && Duration.between(last.at(), now).abs().compareTo(FRESH) < 0) {
            return last.pulse();
        }
        var pulse = now(id);
        if (felt.size() >= MOST) {
            felt.clear();
        }
        felt.put(id, new Felt(now, pulse));
        return pulse;
    }

    /** As it is this moment, for a page that is being made. */
    @Transactional(readOnly = true)
    Pulse now(MeetingId id) {
        var row = Objects.requireNonNull(db.fetchOne(FEEL, id.value()));
        return new Pulse(row.get("roll", String.class), row.get("floor", String.class), row.get("notes", String.class));
    }

    @Override
    public void forget() {
        felt.clear();
    }
}
