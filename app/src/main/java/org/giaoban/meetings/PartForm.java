package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.util.MultiValueMap;

/** The parts of a meeting's day as typed, one row each; rows without a title are left out. */
record PartForm(List<Row> rows) {

    private static final int MOST = 12;

    /** One row. */
    record Row(String id, String title, String starts, String minutes, String kind) {}

    static PartForm of(List<DayPart> parts) {
        var rows = new ArrayList<Row>();
        parts.forEach(part -> rows.add(new Row(
                part.id().toString(),
                part.title(),
                part.startsAt().atZone(Zone.ID).toLocalTime().toString(),
                String.valueOf(part.minutes()),
                part.kind() == null ? "" : part.kind())));
        return new PartForm(rows);
    }

    static PartForm read(MultiValueMap<String, String> sent) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < Math.min(sent.getOrDefault("part", List.of()).size(), MOST); i++) {
            var row = new Row(
                    cell(sent, "part", i),
                    cell(sent, "partTitle", i),
                    cell(sent, "partStarts", i),
                    cell(sent, "partMinutes", i),
                    cell(sent, "partKind", i));
            if (!row.title.isBlank()) {
                rows.add(row);
            }
        }
        return new PartForm(rows);
    }

    List<Row> withEmptyRows() {
        var all = new ArrayList<Row>(rows);
        all.add(new Row("", "", "", "", ""));
        all.add(new Row("", "", "", "", ""));
        return all;
    }

    private static String cell(MultiValueMap<String, String> sent, String name, int row) {
        var values = sent.getOrDefault(name, List.of());
        return row < values.size() ? values.get(row).strip() : "";
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (var row : rows) {
            if (!row.starts.matches("([01]\\d|2[0-3]):[0-5]\\d(:00)?")
                    || !row.minutes.matches("\\d{1,3}")
                    || Integer.parseInt(row.minutes) < 5) {
                errors.put("part-" + row.title, Texts.text("meetings.error.part", row.title));
            }
        }
        return errors;
    }

    /** The parts by their hours, on the meeting's day. */
    List<DayPart> parts(LocalDate day, List<DayPart> known) {
        var ids = known.stream().map(part -> part.id().toString()).toList();
        var parts = new ArrayList<DayPart>();
        rows.stream()
                .sorted(java.util.Comparator.comparing(Row::starts))
                .forEach(row -> parts.add(new DayPart(
                        ids.contains(row.id) ? UUID.fromString(row.id) : Uuid7.next(),
                        parts.size() + 1,
                        row.title,
                        at(day, row),
                        Integer.parseInt(row.minutes),
                        row.kind.isEmpty() ? null : row.kind)));
        return parts;
    }

    private static Instant at(LocalDate day, Row row) {
        return day.atTime(LocalTime.parse(row.starts)).atZone(Zone.ID).toInstant();
    }
}
