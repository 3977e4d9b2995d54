package org.giaoban.consolidation;

import static org.giaoban.consolidation.db.Tables.CONTRIBUTION;
import static org.giaoban.consolidation.db.Tables.EDITION;
import static org.giaoban.consolidation.db.Tables.FIGURE;
import static org.giaoban.consolidation.db.Tables.REFUSAL;
import static org.giaoban.consolidation.db.Tables.REPORT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.consolidation.AsNow.Child;
import org.giaoban.consolidation.AsNow.Source;
import org.giaoban.consolidation.Sealed.Heard;
import org.giaoban.consolidation.Sealed.Line;
import org.giaoban.consolidation.Sealed.Stamp;
import org.giaoban.consolidation.Sealed.Why;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Versions that were sent, with all they were made of. They are inserted and read, nothing else. */
@Repository
class SealRepository {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Kept>> SHARES = new TypeReference<>() {};
    private static final TypeReference<List<Stated.Entry>> WORDS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    SealRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What a version is called in the list of versions. */
    record Head(int number, Stamp stamp, Heard heard, String hash) {}

    void insert(UUID report, Sealed sealed) {
        var stamp = sealed.stamp();
        db.insertInto(EDITION)
                .set(EDITION.REPORT_ID, report)
                .set(EDITION.VERSION, sealed.number())
                .set(EDITION.FROZEN_AT, stamp.at())
                .set(EDITION.ACCOUNT_ID, stamp.account())
                .set(EDITION.BY_NAME, stamp.by())
                .set(EDITION.WHY, stamp.why().name())
                .set(EDITION.NOTE, stamp.note())
                .set(EDITION.EXPECTED, sealed.heard().expected())
                .set(EDITION.RECEIVED, sealed.heard().received())
                .set(EDITION.ACCEPTED, sealed.heard().accepted())
                .set(EDITION.TEXTS, JSONB.valueOf(json.writeValueAsString(sealed.texts())))
                .set(EDITION.HASH, sealed.hash())
                .execute();
        insertFigures(report, sealed);
        insertChildren(report, sealed);
    }

    private void insertFigures(UUID report, Sealed sealed) {
        db.batch(sealed.lines().entrySet().stream()
                        .map(entry -> {
                            var line = entry.getValue();
                            var kept = Kept.of(line.stated());
                            return db.insertInto(FIGURE)
                                    .set(FIGURE.REPORT_ID, report)
                                    .set(FIGURE.VERSION, sealed.number())
                                    .set(FIGURE.INDICATOR, entry.getKey())
                                    .set(FIGURE.VALUE, kept.value())
                                    .set(FIGURE.NUMERATOR, kept.numerator())
                                    .set(FIGURE.DENOMINATOR, kept.denominator())
                                    .set(FIGURE.QUALIFIER, name(kept.qualifier()))
                                    .set(FIGURE.ABSENCE, name(kept.absence()))
                                    .set(FIGURE.WORDS, words(kept))
                                    .set(FIGURE.EXPECTED, line.expected())
                                    .set(FIGURE.RECEIVED, line.received())
                                    .set(FIGURE.PRINTED_ID, line.printed());
                        })
                        .toList())
                .execute();
    }

    private void insertChildren(UUID report, Sealed sealed) {
        db.batch(sealed.children().stream()
                        .map(child -> {
                            var kept = new LinkedHashMap<String, Kept>();
                            child.shares().forEach((code, share) -> kept.put(code, Kept.of(share)));
                            return db.insertInto(CONTRIBUTION)
                                    .set(CONTRIBUTION.REPORT_ID, report)
                                    .set(CONTRIBUTION.VERSION, sealed.number())
                                    .set(CONTRIBUTION.UNIT_ID, child.unit())
                                    .set(CONTRIBUTION.UNIT_NAME, child.name())
                                    .set(
                                            CONTRIBUTION.SOURCE,
                                            child.source().kind().name())
                                    .set(CONTRIBUTION.SOURCE_ID, child.source().id())
                                    .set(CONTRIBUTION.STAMP, child.source().stamp())
                                    .set(CONTRIBUTION.FIGURES, JSONB.valueOf(json.writeValueAsString(kept)));
                        })
                        .toList())
                .execute();
    }

    private @Nullable JSONB words(Kept kept) {
        return kept.words() == null ? null : JSONB.valueOf(json.writeValueAsString(kept.words()));
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    Optional<Sealed> find(UUID report, int version) {
        return head(report, version)
                .map(head -> new Sealed(
                        head.head().number(),
                        head.head().stamp(),
                        head.head().heard(),
                        json.readValue(head.texts().data(), TEXTS),
                        lines(report, version),
                        children(report, version),
                        head.head().hash()));
    }

    private record WithTexts(Head head, JSONB texts) {}

    private Optional<WithTexts> head(UUID report, int version) {
        return db.select(A_HEAD, EDITION.TEXTS)
                .from(EDITION)
                .where(EDITION.REPORT_ID.eq(report), EDITION.VERSION.eq(version))
                .fetchOptional(found -> new WithTexts(found.value1(), found.value2()));
    }

    private static final org.jooq.SelectField<Head> A_HEAD = row(
                    EDITION.VERSION,
                    row(
                                    EDITION.FROZEN_AT,
                                    EDITION.ACCOUNT_ID,
                                    EDITION.BY_NAME,
                                    EDITION.WHY.convertFrom(Why::valueOf),
                                    EDITION.NOTE)
                            .mapping(Stamp::new),
                    row(EDITION.EXPECTED, EDITION.RECEIVED, EDITION.ACCEPTED).mapping(Heard::new),
                    EDITION.HASH)
            .mapping(Head::new);

    /** Newest first. */
    List<Head> heads(UUID report) {
        return db.select(A_HEAD)
                .from(EDITION)
                .where(EDITION.REPORT_ID.eq(report))
                .orderBy(EDITION.VERSION.desc())
                .limit(100)
                .fetch(Record1::value1);
    }

    private Map<String, Line> lines(UUID report, int version) {
        return db.selectFrom(FIGURE)
                .where(FIGURE.REPORT_ID.eq(report), FIGURE.VERSION.eq(version))
                .orderBy(FIGURE.INDICATOR)
                .limit(1_000)
                .fetchMap(
                        found -> found.get(FIGURE.INDICATOR),
                        found -> new Line(
                                stated(found),
                                found.get(FIGURE.EXPECTED),
                                found.get(FIGURE.RECEIVED),
                                found.get(FIGURE.PRINTED_ID)));
    }

    private Stated stated(org.jooq.Record found) {
        var words = found.get(FIGURE.WORDS);
        var qualifier = found.get(FIGURE.QUALIFIER);
        var absence = found.get(FIGURE.ABSENCE);
        return new Kept(
                        found.get(FIGURE.VALUE),
                        found.get(FIGURE.NUMERATOR),
                        found.get(FIGURE.DENOMINATOR),
                        qualifier == null ? null : Qualifier.valueOf(qualifier),
                        absence == null ? null : Absence.valueOf(absence),
                        words == null ? null : json.readValue(words.data(), WORDS))
                .stated();
    }

    private List<Child> children(UUID report, int version) {
        return db.selectFrom(CONTRIBUTION)
                .where(CONTRIBUTION.REPORT_ID.eq(report), CONTRIBUTION.VERSION.eq(version))
                .orderBy(CONTRIBUTION.UNIT_NAME, CONTRIBUTION.UNIT_ID)
                .limit(1_000)
                .fetch(found -> new Child(
                        found.get(CONTRIBUTION.UNIT_ID),
                        found.get(CONTRIBUTION.UNIT_NAME),
                        new Source(
                                Source.Kind.valueOf(found.get(CONTRIBUTION.SOURCE)),
                                found.get(CONTRIBUTION.SOURCE_ID),
                                found.get(CONTRIBUTION.STAMP)),
                        shares(found.get(CONTRIBUTION.FIGURES))));
    }

    private Map<String, Stated> shares(JSONB kept) {
        var shares = new LinkedHashMap<String, Stated>();
        json.readValue(kept.data(), SHARES).forEach((code, one) -> shares.put(code, one.stated()));
        return shares;
    }

    /** By report: what its newest version states. */
    Map<UUID, Map<String, Stated>> newest(Collection<UUID> reports) {
        var all = new HashMap<UUID, Map<String, Stated>>();
        db.select(FIGURE.fields())
                .from(FIGURE)
                .join(REPORT)
                .on(REPORT.ID.eq(FIGURE.REPORT_ID), REPORT.VERSION.eq(FIGURE.VERSION))
                .where(REPORT.ID.eq(any(reports.toArray(UUID[]::new))))
                .limit(100_000)
                .forEach(found -> all.computeIfAbsent(found.get(FIGURE.REPORT_ID), id -> new LinkedHashMap<>())
                        .put(found.get(FIGURE.INDICATOR), stated(found)));
        return all;
    }

    /** A refusal of one present figure. */
    record Refused(String indicator, String nowKey, String nowText, Difference.Refusal refusal) {}

    void refuse(UUID report, int version, List<Refused> refused, AccountId by) {
        db.batch(refused.stream()
                        .map(one -> db.insertInto(REFUSAL)
                                .set(REFUSAL.ID, Uuid7.next())
                                .set(REFUSAL.REPORT_ID, report)
                                .set(REFUSAL.VERSION, version)
                                .set(REFUSAL.INDICATOR, one.indicator())
                                .set(REFUSAL.NOW_KEY, one.nowKey())
                                .set(REFUSAL.NOW_TEXT, one.nowText())
                                .set(REFUSAL.REASON, one.refusal().reason())
                                .set(REFUSAL.AT, one.refusal().at())
                                .set(REFUSAL.ACCOUNT_ID, by)
                                .set(REFUSAL.BY_NAME, one.refusal().by()))
                        .toList())
                .execute();
    }

    /** Indicator and present figure to the refusal. */
    Map<String, Difference.Refusal> refusals(UUID report, int version) {
        return db.select(REFUSAL.INDICATOR, REFUSAL.NOW_KEY, REFUSAL.REASON, REFUSAL.AT, REFUSAL.BY_NAME)
                .from(REFUSAL)
                .where(REFUSAL.REPORT_ID.eq(report), REFUSAL.VERSION.eq(version))
                .limit(5_000)
                .fetchMap(
                        found -> refusalKey(found.value1(), found.value2()),
                        found -> new Difference.Refusal(found.value3(), found.value4(), found.value5()));
    }

    static String refusalKey(String indicator, String nowKey) {
        return indicator + "=" + nowKey;
    }

    /** A printed figure's id to its unit, form and period, for figures of newest versions. */
    record Printed(UUID id, UnitId unit, String form, String period, Instant at) {}

    List<Printed> printed(Collection<UUID> ids) {
        return db.select(row(FIGURE.PRINTED_ID, REPORT.UNIT_ID, REPORT.FORM, REPORT.PERIOD, REPORT.SENT_AT)
                        .mapping(Printed::new))
                .from(FIGURE)
                .join(REPORT)
                .on(REPORT.ID.eq(FIGURE.REPORT_ID), REPORT.VERSION.eq(FIGURE.VERSION))
                .where(FIGURE.PRINTED_ID.eq(any(ids.toArray(UUID[]::new))))
                .limit(5_000)
                .fetch(Record1::value1);
    }
}
