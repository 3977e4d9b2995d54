package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.UNIT_KIND_PARENT;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Under which kinds a kind of unit may stand and until when; ended after a look at the units that stand so. */
@Service
@Transactional
class KindParents {

    /** How many units a preview names. */
    static final int NAMED = 20;

    private static final int MOST = 500;

    /** Pairs of units that stand so on some day from {0} on; a unit once, with its name on the last of those days. */
    private static final String STANDING = """
            from organization.unit_version v
            join organization.unit u on u.id = v.unit_id
            join organization.unit_version p on p.unit_id = v.parent_unit_id and p.valid && v.valid
            where v.kind = {1} and p.kind = {2} and (v.valid * p.valid) && daterange({0}::date, null)
            """;

    private final DSLContext db;
    private final ProfileKeeping keeping;
    private final Audit audit;
    private final Clock clock;

    KindParents(DSLContext db, ProfileKeeping keeping, Audit audit, Clock clock) {
        this.db = db;
        this.keeping = keeping;
        this.audit = audit;
        this.clock = clock;
    }

    /** A kind that may stand, or stood, under another. */
    record Place(String parent, DateRange valid) {

        /** It is not over on that day, so its end may still be set. */
        boolean open(LocalDate day) {
            var until = valid.until();
            return until == null || until.isAfter(day);
        }
    }

    /** A unit that stands so. */
    record Standing(String code, String name) {}

    /** Units that stand so after a day: how many, and the first of them by name. */
    record Touched(int count, List<Standing> first) {}

    @Transactional(readOnly = true)
    List<Place> of(String kind) {
        return db.select(
                        UNIT_KIND_PARENT.PARENT_KIND,
                        Days.from(UNIT_KIND_PARENT.VALID),
                        Days.until(UNIT_KIND_PARENT.VALID))
                .from(UNIT_KIND_PARENT)
                .where(UNIT_KIND_PARENT.KIND.eq(kind))
                .orderBy(UNIT_KIND_PARENT.PARENT_KIND, Days.from(UNIT_KIND_PARENT.VALID))
                .limit(MOST)
                .fetch(row -> new Place(row.value1(), Days.range(row.value2(), row.value3())));
    }

    /** The place that is not over yet. */
    @Transactional(readOnly = true)
    Place open(String kind, String parent) {
        keeping.kind(kind);
        return find(kind, parent).orElseThrow(() -> new NotFound(parent));
    }

    private Optional<Place> find(String kind, String parent) {
        return of(kind).stream()
                .filter(place -> place.parent().equals(parent) && place.open(LocalDate.now(clock)))
                .findFirst();
    }

    @Transactional(readOnly = true)
    Touched touched(String kind, String parent, LocalDate until) {
        keeping.kind(kind);
        var day = DSL.val(until);
        var count = db.fetchSingle("select count(distinct v.unit_id)::int " + STANDING, day, kind, parent)
                .get(0, Integer.class);
        var first = db.resultQuery(
                        "select distinct on (v.name, u.code) u.code, v.name " + STANDING
                                + " order by v.name, u.code limit {3}",
                        day,
                        DSL.val(kind),
                        DSL.val(parent),
                        DSL.val(NAMED))
                .fetch(row -> new Standing(row.get(0, String.class), row.get(1, String.class)));
        return new Touched(count, first);
    }

    /** From that day on nothing new may be put there; what stands there stays until somebody moves it. */
    void end(String kind, String parent, LocalDate until) {
        var place = open(kind, parent);
        if (!until.isAfter(place.valid().from())) {
            throw new Refused("organization.kinds.before-start");
        }
        if (!place.open(until)) {
            throw new Refused("organization.kinds.ends-before");
        }
        var ended = db.update(UNIT_KIND_PARENT)
                .set(Days.write(UNIT_KIND_PARENT.VALID), Days.ending(UNIT_KIND_PARENT.VALID, until))
                .where(
                        UNIT_KIND_PARENT.KIND.eq(kind),
                        UNIT_KIND_PARENT.PARENT_KIND.eq(parent),
                        Days.from(UNIT_KIND_PARENT.VALID).eq(place.valid().from()),
                        Days.until(UNIT_KIND_PARENT.VALID)
                                .isNotDistinctFrom(place.valid().until()))
                .execute();
        if (ended != 1) {
            throw new Refused("organization.kinds.ended-already");
        }
        var id = UUID.nameUUIDFromBytes(("profile " + kind).getBytes(StandardCharsets.UTF_8));
        audit.record(
                "organization.kind-parent-ended",
                new ObjectRef("profile", id),
                null,
                Map.of("code", kind, "parent", parent, "until", until.toString()));
    }
}
