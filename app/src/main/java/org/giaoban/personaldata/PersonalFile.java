package org.giaoban.personaldata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.platform.personal.DataSubject;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.giaoban.platform.personal.PersonalTable.Fate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that is kept about one person, table by table. */
@Component
class PersonalFile {

    /** How many rows of a table a file that is taken along has at most. */
    static final int MOST = 5_000;

    private final PersonalTables tables;
    private final PersonalRows rows;
    private final SystemWork system;

    PersonalFile(PersonalTables tables, PersonalRows rows, SystemWork system) {
        this.tables = tables;
        this.rows = rows;
        this.system = system;
    }

    /**
     * What one table tells of the person.
     *
     * @param more whether there are rows beyond those shown
     */
    public record Section(
            String table, String purpose, Fate fate, List<Line> lines, List<Map<String, Object>> rows, boolean more) {

        public String title() {
            return Texts.text("personaldata.table." + table);
        }
    }

    /** A row in words. */
    public record Line(String when, String words) {}

    /** The newest rows of every table that has some. */
    List<Section> read(DataSubject subject, int most) {
        return system.read(() -> tables.sources().stream()
                .flatMap(source -> source.tables().stream()
                        .filter(PersonalTable::listed)
                        .map(table -> section(source, table, subject, most)))
                .filter(section -> !section.lines().isEmpty())
                .toList());
    }

    private Section section(PersonalDataSource source, PersonalTable table, DataSubject subject, int most) {
        var found = rows.read(table, subject, most + 1);
        var kept = found.subList(0, Math.min(most, found.size()));
        var special = source.words(table, subject).stream().map(words -> new Line("", words));
        var lines =
                Stream.concat(special, kept.stream().map(PersonalFile::line)).toList();
        return new Section(
                table.name(),
                table.purpose(),
                table.fate(),
                lines,
                kept.stream().map(PersonalRows.Row::columns).toList(),
                found.size() > most);
    }

    private static Line line(PersonalRows.Row row) {
        return new Line(
                when(row.at()),
                row.words().stream().map(PersonalFile::word).distinct().collect(Collectors.joining(" · ")));
    }

    private static String when(@Nullable Object at) {
        return switch (at) {
            case null -> "";
            case Instant instant -> Formats.dateTime(instant);
            case LocalDate day -> Formats.date(day);
            default -> at.toString();
        };
    }

    /** Acts and capabilities are codes with words of their own. */
    private static String word(String raw) {
        var capability = "access.capability." + raw.toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of("audit.act." + raw, capability)
                .filter(Texts::has)
                .findFirst()
                .map(Texts::text)
                .orElse(raw);
    }
}
