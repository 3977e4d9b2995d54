package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.PREFILL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.indicators.CountSource;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the system has counted for a return's indicators, by the mapping the profile brings: {@code prefill.yaml}. */
@Component
class Prefills implements ProfilePart {

    private static final int ORDER = 53;
    private static final int MOST = 1_000;
    private static final String FILE = "prefill.yaml";

    private final DSLContext db;
    private final ObjectProvider<CountSource> sources;
    private final Remembered<List<Mapping>> mappings;

    Prefills(DSLContext db, ObjectProvider<CountSource> sources, Stamps stamps) {
        this.db = db;
        this.sources = sources;
        mappings = stamps.remembered("reporting.prefill", this::read);
    }

    private record Mapping(
            String indicator,
            String source,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean holds(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    /** A count the form may take over; {@code source} is also the key of the text that says what was counted. */
    record Count(String source, int number) {

        /** As somebody would type it. */
        String typed() {
            return VietnameseNumber.format(BigDecimal.valueOf(number), 0);
        }

        /** As it is kept beside the typed value, to tell whether that is still this count. */
        String written() {
            return source + " " + typed();
        }
    }

    private List<Mapping> read() {
        return db.selectFrom(PREFILL)
                .orderBy(PREFILL.INDICATOR, PREFILL.VALID_FROM)
                .limit(MOST)
                .fetch(row -> new Mapping(
                        row.get(PREFILL.INDICATOR),
                        row.get(PREFILL.SOURCE),
                        row.get(PREFILL.VALID_FROM),
                        row.get(PREFILL.VALID_UNTIL)));
    }

    /** By the indicators of the form that can be counted; a handful at most. */
    Map<String, Count> of(ReturnKey key) {
        var counts = new LinkedHashMap<String, Count>();
        key.form().indicators().stream()
                .flatMap(code -> mapping(code, key).stream())
                .forEach(mapping -> source(mapping)
                        .map(source -> source.count(mapping.source(), key.unit().id(), key.period()))
                        .ifPresent(number -> counts.put(mapping.indicator(), new Count(mapping.source(), number))));
        return counts;
    }

    private Optional<Mapping> mapping(String indicator, ReturnKey key) {
        return mappings.get().stream()
                .filter(one -> one.indicator().equals(indicator)
                        && one.holds(key.period().lastDay()))
                .max(Comparator.comparing(Mapping::from));
    }

    private Optional<CountSource> source(Mapping mapping) {
        return sources.stream()
                .filter(one -> one.counts().contains(mapping.source()))
                .findFirst();
    }

    /** The rows behind the count of one indicator. */
    Optional<Behind> behind(ReturnKey key, String indicator) {
        return mapping(indicator, key)
                .flatMap(mapping -> source(mapping)
                        .map(source -> new Behind(
                                mapping.source(),
                                source.count(mapping.source(), key.unit().id(), key.period()),
                                source.rows(mapping.source(), key.unit().id(), key.period()))));
    }

    /** A count with its rows, as far as the viewer may read them. */
    record Behind(String source, int number, List<CountSource.Counted> rows) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load(Profile profile) {
        if (!profile.has(FILE)) {
            return;
        }
        List<?> written = profile.yaml(FILE, List.class);
        for (var one : written) {
            var mapping = (Map<?, ?>) one;
            db.insertInto(PREFILL)
                    .set(PREFILL.INDICATOR, String.valueOf(mapping.get("indicator")))
                    .set(PREFILL.SOURCE, String.valueOf(mapping.get("source")))
                    .set(PREFILL.VALID_FROM, LocalDate.parse(String.valueOf(mapping.get("from"))))
                    .onConflictDoNothing()
                    .execute();
        }
        mappings.renew();
    }
}
