package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.PREFILL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.indicators.CountSource;
import org.giaoban.indicators.CountSource.Tally;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
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
    record Count(String source, Tally tally) {

        /** As somebody would type it into a cell: "12", or the parts of a share: "98/120". */
        String typed() {
            var outOf = tally.outOf();
            return number(tally.number()) + (outOf == null ? "" : "/" + number(outOf));
        }

        private static String number(int number) {
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
        return of(key.form(), key.period(), List.of(key))
                .getOrDefault(key.unit().id(), Map.of());
    }

    /** The same for many units of one form: one question for each indicator that can be counted. */
    Map<UnitId, Map<String, Count>> of(Form form, Period period, Collection<ReturnKey> keys) {
        var counts = new HashMap<UnitId, Map<String, Count>>();
        for (String code : form.indicators()) {
            mapping(code, period)
                    .ifPresent(mapping -> source(mapping).ifPresent(source -> {
                        var asking = keys.stream()
                                .filter(key -> key.form().indicators().contains(code))
                                .map(key -> key.unit().id())
                                .toList();
                        tallies(source, mapping, asking, period)
                                .forEach((unit, tally) -> counts.computeIfAbsent(unit, one -> new LinkedHashMap<>())
                                        .put(code, new Count(mapping.source(), tally)));
                    }));
        }
        return counts;
    }

    /** Who has nothing has none; of nothing there is no share. */
    private static Map<UnitId, Tally> tallies(
            CountSource source, Mapping mapping, Collection<UnitId> units, Period period) {
        var found = units.isEmpty() ? Map.<UnitId, Tally>of() : source.count(mapping.source(), units, period);
        var tallies = new HashMap<UnitId, Tally>();
        for (var unit : units) {
            var tally = found.get(unit);
            if (tally == null && !source.share(mapping.source())) {
                tallies.put(unit, Tally.of(0));
            } else if (tally != null && !Integer.valueOf(0).equals(tally.outOf())) {
                tallies.put(unit, tally);
            }
        }
        return tallies;
    }

    private Optional<Mapping> mapping(String indicator, Period period) {
        return mappings.get().stream()
                .filter(one -> one.indicator().equals(indicator) && one.holds(period.lastDay()))
                .max(Comparator.comparing(Mapping::from));
    }

    private Optional<CountSource> source(Mapping mapping) {
        return sources.stream()
                .filter(one -> one.counts().contains(mapping.source()))
                .findFirst();
    }

    /** The rows behind the count of one indicator, as far as the viewer may read them; nothing where there is no count. */
    Optional<Behind> behind(ReturnKey key, String indicator) {
        var count = of(key).get(indicator);
        return mapping(indicator, key.period())
                .flatMap(this::source)
                .flatMap(source -> Optional.ofNullable(count)
                        .map(found -> new Behind(
                                found, source.rows(found.source(), key.unit().id(), key.period()))));
    }

    /** A count with its rows. */
    record Behind(Count count, List<CountSource.Counted> rows) {}

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
            mappings.renewIfWritten(db.insertInto(PREFILL)
                    .set(PREFILL.INDICATOR, String.valueOf(mapping.get("indicator")))
                    .set(PREFILL.SOURCE, String.valueOf(mapping.get("source")))
                    .set(PREFILL.VALID_FROM, LocalDate.parse(String.valueOf(mapping.get("from"))))
                    .onConflictDoNothing()
                    .execute());
        }
    }
}
