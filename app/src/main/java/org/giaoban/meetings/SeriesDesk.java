package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Recurrence.Occurrence;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The series of meetings and their rules, for those who run meetings. */
@Service
@Transactional
class SeriesDesk {

    private static final int MOST = 200;

    /** A series with its next day. */
    record Row(
            RecurrenceRepository.Line line,
            String unit,
            String kind,
            @Nullable Occurrence next) {}

    private final RecurrenceRepository series;
    private final MeetingRepository meetings;
    private final KindRepository kinds;
    private final SeriesDrafts drafts;
    private final MeetingNames names;
    private final SeriesDoor door;

    SeriesDesk(
            RecurrenceRepository series,
            MeetingRepository meetings,
            KindRepository kinds,
            SeriesDrafts drafts,
            MeetingNames names,
            SeriesDoor door) {
        this.series = series;
        this.meetings = meetings;
        this.kinds = kinds;
        this.drafts = drafts;
        this.names = names;
        this.door = door;
    }

    @Transactional(readOnly = true)
    List<Row> rows() {
        var lines = series.of(door.scope(), MOST);
        var units = names.units(
                lines.stream().map(RecurrenceRepository.Line::unit).distinct().toList(), today());
        var called = kindNames();
        return lines.stream()
                .map(line -> new Row(
                        line,
                        units.getOrDefault(line.unit(), ""),
                        called.getOrDefault(line.kind(), line.kind()),
                        line.recurrence() == null ? null : drafts.next(line).orElse(null)))
                .toList();
    }

    Map<String, String> kindNames() {
        var called = new LinkedHashMap<String, String>();
        kinds.all(today()).forEach(kind -> called.put(kind.code(), kind.name(Texts.language())));
        return called;
    }

    /** Throws unless the viewer may run the unit's meetings. */
    @Transactional(readOnly = true)
    void demand(UnitId unit) {
        door.demand(unit);
    }

    /** The rule as it is, or a proposal for a series that has none. */
    @Transactional(readOnly = true)
    SeriesForm form(UnitId unit, String kind) {
        door.demand(unit);
        var known = meetings.findSeries(unit, kind)
                .flatMap(series::find)
                .map(RecurrenceRepository.Line::recurrence)
                .orElse(null);
        var of = kinds.find(kind, today()).orElseThrow(() -> new NotFound(kind));
        return known == null
                ? SeriesForm.fresh(unit.toString(), of, today())
                : SeriesForm.of(unit.toString(), kind, known);
    }

    /** Puts a rule in place and drafts what is due by it at once. */
    void put(UnitId unit, String kind, Recurrence recurrence) {
        door.demand(unit);
        var of = kinds.find(kind, today()).orElseThrow(() -> new NotFound(kind));
        var id = meetings.series(unit, of.code());
        if (!series.put(id, recurrence)) {
            throw new Refused("meetings.refused.stale", of.name(Texts.language()));
        }
        door.trace(id, unit, "recur");
        drafts.draftIfDue(id);
    }

    void drop(UnitId unit, String kind) {
        door.demand(unit);
        meetings.findSeries(unit, kind).ifPresent(id -> {
            series.drop(id);
            door.trace(id, unit, "recur-end");
        });
    }

    String unitName(UnitId unit) {
        return names.unit(unit, today());
    }

    private LocalDate today() {
        return names.today();
    }
}
