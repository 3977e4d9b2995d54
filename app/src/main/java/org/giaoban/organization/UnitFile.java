package org.giaoban.organization;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Reads files that list units; what cannot be read is kept by line number, in words. */
final class UnitFile {

    private static final List<String> COLUMNS = List.of("code", "name", "kind", "parent_code", "from");
    private static final List<String> OLD_TREE = List.of(
            "old_province_id", "old_province", "old_district_id", "old_district", "old_commune_id", "old_commune");

    private final List<UnitLine> lines = new ArrayList<>();
    private final Map<Long, String> bad = new TreeMap<>();

    private UnitFile() {}

    List<UnitLine> lines() {
        return lines;
    }

    Map<Long, String> bad() {
        return bad;
    }

    /** A list of units: code, name, kind, parent_code, from; short_name and until may be there. */
    static UnitFile list(Path file) {
        var read = new UnitFile();
        records(file, COLUMNS).forEach(read::line);
        return read;
    }

    /** One province with its districts and communes out of a table of the 2025 reorganisation. */
    static UnitFile oldTree(Path file, String province, LocalDate from) {
        var read = new UnitFile();
        var units = new LinkedHashMap<String, UnitLine>();
        for (var row : records(file, OLD_TREE)) {
            if (OldTree.same(province, row.get("old_province"))) {
                read.levels(row, from, units);
            }
        }
        if (units.isEmpty()) {
            throw new Refused("organization.import.no-province", province);
        }
        read.lines.addAll(units.values());
        return read;
    }

    private void levels(CSVRecord row, LocalDate from, Map<String, UnitLine> units) {
        var tree = new OldTree(row.getRecordNumber() + 1, from);
        try {
            var province = tree.province(row.get("old_province_id"), row.get("old_province"));
            var district = tree.below(province, "VN-H", row.get("old_district_id"), row.get("old_district"));
            var commune = tree.below(district, "VN-X", row.get("old_commune_id"), row.get("old_commune"));
            for (var unit : List.of(province, district, commune)) {
                units.putIfAbsent(unit.code(), unit);
            }
        } catch (Refused refused) {
            bad.put(tree.number(), refused.text());
        }
    }

    private void line(CSVRecord row) {
        var number = row.getRecordNumber() + 1;
        if (!row.isConsistent()) {
            bad.put(number, Texts.text("organization.import.cells"));
            return;
        }
        var name = cell(row, "name");
        try {
            var until = cell(row, "until");
            lines.add(new UnitLine(
                    number,
                    cell(row, "code"),
                    name,
                    cell(row, "short_name").isEmpty() ? name : cell(row, "short_name"),
                    cell(row, "kind"),
                    cell(row, "parent_code"),
                    Faults.range(Faults.parse(cell(row, "from")), until.isEmpty() ? null : Faults.parse(until))));
        } catch (DateTimeParseException e) {
            bad.put(number, Texts.text("organization.fault.day"));
        }
    }

    private static String cell(CSVRecord row, String column) {
        return UnitForm.tidy(row.isMapped(column) ? row.get(column) : null);
    }

    static List<CSVRecord> records(Path file, List<String> columns) {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.mark(1);
            if (reader.read() != '\ufeff') {
                reader.reset();
            }
            var parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(reader);
            var missing = missing(parser.getHeaderNames(), columns);
            if (missing != null) {
                throw new Refused("organization.import.no-column", missing, String.join(", ", columns));
            }
            return parser.getRecords();
        } catch (MalformedInputException e) {
            throw new Refused("organization.import.not-utf8", file);
        } catch (IOException e) {
            throw new Refused("organization.import.no-file", file);
        }
    }

    private static @Nullable String missing(List<String> present, List<String> columns) {
        return columns.stream()
                .filter(column -> !present.contains(column))
                .findFirst()
                .orElse(null);
    }
}
