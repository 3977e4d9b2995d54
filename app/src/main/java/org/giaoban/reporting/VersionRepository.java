package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.RETURN_REQUEST;
import static org.giaoban.reporting.db.Tables.RETURN_TEXT;
import static org.giaoban.reporting.db.Tables.RETURN_VALUE;
import static org.giaoban.reporting.db.Tables.RETURN_VERSION;
import static org.giaoban.reporting.db.Tables.UNIT_RETURN;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.giaoban.reporting.Version.Origin;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class VersionRepository {

    private static final int MOST = 200;

    private final DSLContext db;

    VersionRepository(DSLContext db) {
        this.db = db;
    }

    /** Everything about a version but what it says. */
    private static final List<Field<?>> ABOUT = List.of(
            RETURN_VERSION.VERSION,
            RETURN_VERSION.ORIGIN,
            RETURN_VERSION.FILE_ID,
            RETURN_VERSION.FILE_NAME,
            RETURN_VERSION.FILE_SHA256,
            RETURN_VERSION.FINGERPRINT,
            RETURN_VERSION.SAVED_AT,
            RETURN_VERSION.ACCOUNT_ID);

    /** Newest first. */
    List<Version> of(ReturnId id) {
        return db.select(ABOUT)
                .from(RETURN_VERSION)
                .where(RETURN_VERSION.CELL_ID.eq(id.cell()), RETURN_VERSION.RETURN_ID.eq(id.value()))
                .orderBy(RETURN_VERSION.VERSION.desc())
                .limit(MOST)
                .fetch(VersionRepository::version);
    }

    private static Version version(Record found) {
        return new Version(
                found.get(RETURN_VERSION.VERSION),
                Origin.valueOf(found.get(RETURN_VERSION.ORIGIN)),
                found.get(RETURN_VERSION.FILE_ID),
                found.get(RETURN_VERSION.FILE_NAME),
                found.get(RETURN_VERSION.FILE_SHA256),
                found.get(RETURN_VERSION.FINGERPRINT),
                found.get(RETURN_VERSION.SAVED_AT),
                found.get(RETURN_VERSION.ACCOUNT_ID));
    }

    /** The version that came in this very file, if any. */
    Optional<Version> fromFile(ReturnId id, String sha256) {
        return db.select(ABOUT)
                .from(RETURN_VERSION)
                .where(
                        RETURN_VERSION.CELL_ID.eq(id.cell()),
                        RETURN_VERSION.RETURN_ID.eq(id.value()),
                        RETURN_VERSION.FILE_SHA256.eq(sha256))
                .orderBy(RETURN_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(VersionRepository::version);
    }

    /** The file each return's newest version came in; returns typed on screen are left out. */
    Map<UUID, String> fileNames(Collection<UUID> returns) {
        return db.select(RETURN_VERSION.RETURN_ID, RETURN_VERSION.FILE_NAME)
                .from(RETURN_VERSION)
                .join(UNIT_RETURN)
                .on(
                        UNIT_RETURN.CELL_ID.eq(RETURN_VERSION.CELL_ID),
                        UNIT_RETURN.ID.eq(RETURN_VERSION.RETURN_ID),
                        UNIT_RETURN.VERSION.eq(RETURN_VERSION.VERSION))
                .where(RETURN_VERSION.RETURN_ID.in(returns), RETURN_VERSION.FILE_NAME.isNotNull())
                .fetchMap(RETURN_VERSION.RETURN_ID, RETURN_VERSION.FILE_NAME);
    }

    Content content(ReturnId id, int version) {
        return contents(id, List.of(version)).getOrDefault(version, Content.NOTHING);
    }

    /** The contents of several versions in three statements. */
    Map<Integer, Content> contents(ReturnId id, Collection<Integer> versions) {
        var values = entries(id, versions);
        var texts = texts(id, versions);
        var requests = db.selectFrom(RETURN_REQUEST)
                .where(
                        RETURN_REQUEST.CELL_ID.eq(id.cell()),
                        RETURN_REQUEST.RETURN_ID.eq(id.value()),
                        RETURN_REQUEST.VERSION.in(versions))
                .orderBy(RETURN_REQUEST.VERSION, RETURN_REQUEST.ORDINAL)
                .fetchGroups(
                        found -> found.get(RETURN_REQUEST.VERSION),
                        found -> new Request(found.get(RETURN_REQUEST.BODY), found.get(RETURN_REQUEST.ADDRESSEE)));
        return versions.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        version -> new Content(
                                values.getOrDefault(version, Map.of()),
                                texts.getOrDefault(version, Map.of()),
                                requests.getOrDefault(version, List.of()))));
    }

    private Map<Integer, Map<String, String>> texts(ReturnId id, Collection<Integer> versions) {
        var texts = new HashMap<Integer, Map<String, String>>();
        db.selectFrom(RETURN_TEXT)
                .where(
                        RETURN_TEXT.CELL_ID.eq(id.cell()),
                        RETURN_TEXT.RETURN_ID.eq(id.value()),
                        RETURN_TEXT.VERSION.in(versions))
                .orderBy(RETURN_TEXT.VERSION, RETURN_TEXT.SECTION)
                .forEach(
                        found -> texts.computeIfAbsent(found.get(RETURN_TEXT.VERSION), version -> new LinkedHashMap<>())
                                .put(found.get(RETURN_TEXT.SECTION), found.get(RETURN_TEXT.BODY)));
        return texts;
    }

    private Map<Integer, Map<String, Entry>> entries(ReturnId id, Collection<Integer> versions) {
        var values = new HashMap<Integer, Map<String, Entry>>();
        db.selectFrom(RETURN_VALUE)
                .where(
                        RETURN_VALUE.CELL_ID.eq(id.cell()),
                        RETURN_VALUE.RETURN_ID.eq(id.value()),
                        RETURN_VALUE.VERSION.in(versions))
                .orderBy(RETURN_VALUE.VERSION, RETURN_VALUE.INDICATOR)
                .forEach(found -> values.computeIfAbsent(
                                found.get(RETURN_VALUE.VERSION), version -> new LinkedHashMap<>())
                        .put(found.get(RETURN_VALUE.INDICATOR), entry(found)));
        return values;
    }

    static Entry entry(Record found) {
        var absence = found.get(RETURN_VALUE.ABSENCE);
        var figure = absence != null
                ? Figure.missing(Absence.valueOf(absence))
                : new Figure.Present(
                        found.get(RETURN_VALUE.VALUE),
                        found.get(RETURN_VALUE.NUMERATOR),
                        found.get(RETURN_VALUE.DENOMINATOR),
                        Qualifier.valueOf(found.get(RETURN_VALUE.QUALIFIER)));
        return new Entry(figure, found.get(RETURN_VALUE.PLACE), found.get(RETURN_VALUE.REASON));
    }
}
