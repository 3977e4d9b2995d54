package org.giaoban.organization;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.giaoban.platform.Refused;

/**
 * A table of the 2025 reorganisation: which commune of which district and province went to which commune of which province.
 * One old commune may stand in several rows.
 *
 * @param bad lines that could not be used, with the reason
 */
public record ReorganisationTable(List<Row> rows, Map<Long, String> bad) {

    private static final List<String> COLUMNS = List.of(
            "old_province_id",
            "old_province",
            "old_district_id",
            "old_district",
            "old_commune_id",
            "old_commune",
            "new_commune_id",
            "new_commune",
            "new_province_id",
            "new_province");

    /** A unit as the table names it; the kind follows from the name's first word. */
    public record Named(String code, String name, String shortName, String kind) {

        private static Named of(UnitLine line) {
            return new Named(line.code(), line.name(), line.shortName(), line.kind());
        }

        /** Whether two names mean the same, whatever their capitals and tones. */
        public boolean sameName(Named other) {
            return OldTree.same(name, other.name);
        }
    }

    /** One line of the table. */
    public record Row(
            long line, Named oldProvince, Named oldDistrict, Named oldCommune, Named newProvince, Named newCommune) {}

    public static ReorganisationTable read(Path file) {
        var rows = new ArrayList<Row>();
        var bad = new TreeMap<Long, String>();
        for (var row : UnitFile.records(file, COLUMNS)) {
            var number = row.getRecordNumber() + 1;
            try {
                rows.add(row(number, row));
            } catch (Refused refused) {
                bad.put(number, refused.text());
            }
        }
        return new ReorganisationTable(rows, bad);
    }

    private static Row row(long number, CSVRecord row) {
        var tree = new OldTree(number, LocalDate.EPOCH);
        var province = tree.province(row.get("old_province_id"), row.get("old_province"));
        var district = tree.below(province, "VN-H", row.get("old_district_id"), row.get("old_district"));
        var commune = tree.below(district, "VN-X", row.get("old_commune_id"), row.get("old_commune"));
        var later = tree.province("VN-P", row.get("new_province_id"), row.get("new_province"));
        var merged = tree.below(later, "VN-C", row.get("new_commune_id"), row.get("new_commune"));
        return new Row(
                number, Named.of(province), Named.of(district), Named.of(commune), Named.of(later), Named.of(merged));
    }
}
