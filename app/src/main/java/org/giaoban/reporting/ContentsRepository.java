package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.RETURN_REQUEST;
import static org.giaoban.reporting.db.Tables.RETURN_TEXT;
import static org.giaoban.reporting.db.Tables.RETURN_VALUE;
import static org.giaoban.reporting.db.Tables.UNIT_RETURN;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** What the newest versions of many returns say, in three statements. */
@Repository
class ContentsRepository {

    private final DSLContext db;

    ContentsRepository(DSLContext db) {
        this.db = db;
    }

    /** By the id of the return; returns without a version are left out. */
    Map<UUID, Content> newest(Collection<UUID> returns) {
        if (returns.isEmpty()) {
            return Map.of();
        }
        var values = values(returns);
        var texts = texts(returns);
        var requests = requests(returns);
        var contents = new HashMap<UUID, Content>();
        for (var id : returns) {
            var content = new Content(
                    values.getOrDefault(id, Map.of()),
                    texts.getOrDefault(id, Map.of()),
                    requests.getOrDefault(id, List.of()));
            if (!content.empty()) {
                contents.put(id, content);
            }
        }
        return contents;
    }

    private Map<UUID, Map<String, Entry>> values(Collection<UUID> returns) {
        var v = RETURN_VALUE;
        var values = new HashMap<UUID, Map<String, Entry>>();
        db.select(v.RETURN_ID, v.INDICATOR, v.VALUE, v.NUMERATOR, v.DENOMINATOR, v.QUALIFIER, v.ABSENCE)
                .select(v.PLACE, v.REASON)
                .from(v)
                .join(UNIT_RETURN)
                .on(newest(v.CELL_ID, v.RETURN_ID, v.VERSION))
                .where(UNIT_RETURN.ID.in(returns))
                .orderBy(v.RETURN_ID, v.INDICATOR)
                .forEach(found -> values.computeIfAbsent(found.get(v.RETURN_ID), id -> new LinkedHashMap<>())
                        .put(found.get(v.INDICATOR), VersionRepository.entry(found)));
        return values;
    }

    private Map<UUID, Map<String, String>> texts(Collection<UUID> returns) {
        var t = RETURN_TEXT;
        var texts = new HashMap<UUID, Map<String, String>>();
        db.select(t.RETURN_ID, t.SECTION, t.BODY)
                .from(t)
                .join(UNIT_RETURN)
                .on(newest(t.CELL_ID, t.RETURN_ID, t.VERSION))
                .where(UNIT_RETURN.ID.in(returns))
                .orderBy(t.RETURN_ID, t.SECTION)
                .forEach(found -> texts.computeIfAbsent(found.value1(), id -> new LinkedHashMap<>())
                        .put(found.value2(), found.value3()));
        return texts;
    }

    private Map<UUID, List<Request>> requests(Collection<UUID> returns) {
        var r = RETURN_REQUEST;
        var requests = new HashMap<UUID, List<Request>>();
        db.select(r.RETURN_ID, r.BODY, r.ADDRESSEE)
                .from(r)
                .join(UNIT_RETURN)
                .on(newest(r.CELL_ID, r.RETURN_ID, r.VERSION))
                .where(UNIT_RETURN.ID.in(returns))
                .orderBy(r.RETURN_ID, r.ORDINAL)
                .forEach(found -> requests.computeIfAbsent(found.value1(), id -> new ArrayList<>())
                        .add(new Request(found.value2(), found.value3())));
        return requests;
    }

    private static Condition newest(Field<Short> cell, Field<UUID> id, Field<Integer> version) {
        return UNIT_RETURN.CELL_ID.eq(cell).and(UNIT_RETURN.ID.eq(id)).and(UNIT_RETURN.VERSION.eq(version));
    }
}
