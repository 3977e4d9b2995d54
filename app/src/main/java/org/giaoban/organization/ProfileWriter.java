package org.giaoban.organization;

import static org.giaoban.organization.ProfileOfUnits.days;
import static org.giaoban.organization.db.Tables.HOLIDAY;
import static org.giaoban.organization.db.Tables.POST;
import static org.giaoban.organization.db.Tables.POST_KIND;
import static org.giaoban.organization.db.Tables.UNIT_KIND;
import static org.giaoban.organization.db.Tables.UNIT_KIND_PARENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Writes rows of the profile's files, in one batch per file, unless they are there. */
@Repository
class ProfileWriter {

    private final DSLContext db;

    ProfileWriter(DSLContext db) {
        this.db = db;
    }

    /** Returns how many rows each statement wrote. */
    int[] kinds(List<Map<String, String>> rows) {
        return db.batch(rows.stream()
                        .map(row -> db.insertInto(UNIT_KIND)
                                .set(UNIT_KIND.CODE, row.getOrDefault("code", ""))
                                .set(UNIT_KIND.NAME_VI, row.getOrDefault("name_vi", ""))
                                .set(UNIT_KIND.NAME_EN, row.getOrDefault("name_en", ""))
                                .set(UNIT_KIND.CATEGORY, row.getOrDefault("category", ""))
                                .set(UNIT_KIND.RANK, Short.valueOf(row.getOrDefault("rank", "")))
                                .set(UNIT_KIND.REPORTS, Boolean.valueOf(row.getOrDefault("reports", "")))
                                .set(UNIT_KIND.OWN_CELL, Boolean.valueOf(row.getOrDefault("own_cell", "")))
                                .set(
                                        UNIT_KIND.MAY_STAND_ALONE,
                                        Boolean.valueOf(row.getOrDefault("may_stand_alone", "")))
                                .set(UNIT_KIND.IN_TITLE, row.getOrDefault("in_title", ""))
                                .set(Days.write(UNIT_KIND.VALID), valid(row))
                                .set(UNIT_KIND.SOURCE, row.getOrDefault("source", ""))
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    void parents(List<Map<String, String>> rows) {
        db.batch(rows.stream()
                        .map(row -> db.insertInto(UNIT_KIND_PARENT)
                                .set(UNIT_KIND_PARENT.KIND, row.getOrDefault("kind", ""))
                                .set(UNIT_KIND_PARENT.PARENT_KIND, row.getOrDefault("parent", ""))
                                .set(Days.write(UNIT_KIND_PARENT.VALID), valid(row))
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    void posts(List<Map<String, String>> rows) {
        db.batch(rows.stream()
                        .map(row -> db.insertInto(POST)
                                .set(POST.CODE, row.getOrDefault("code", ""))
                                .set(POST.NAME_VI, row.getOrDefault("name_vi", ""))
                                .set(POST.NAME_EN, row.getOrDefault("name_en", ""))
                                .set(POST.IN_TITLE, row.getOrDefault("in_title", ""))
                                .set(POST.RANK, Short.valueOf(row.getOrDefault("rank", "")))
                                .set(POST.SINGLE, Boolean.valueOf(row.getOrDefault("single", "")))
                                .set(Days.write(POST.VALID), valid(row))
                                .onConflictDoNothing())
                        .toList())
                .execute();
        db.batch(rows.stream()
                        .flatMap(row -> Stream.of(ProfileOfUnits.words(row.getOrDefault("kinds", "")))
                                .map(kind -> db.insertInto(POST_KIND)
                                        .set(POST_KIND.POST, row.getOrDefault("code", ""))
                                        .set(POST_KIND.KIND, kind)
                                        .onConflictDoNothing()))
                        .toList())
                .execute();
    }

    void holidays(List<Map<String, String>> rows) {
        db.batch(rows.stream()
                        .map(row -> db.insertInto(HOLIDAY)
                                .set(HOLIDAY.DAY, LocalDate.parse(row.getOrDefault("day", "")))
                                .set(HOLIDAY.NAME_VI, row.getOrDefault("name_vi", ""))
                                .set(HOLIDAY.NAME_EN, row.getOrDefault("name_en", ""))
                                .set(HOLIDAY.SOURCE, row.getOrDefault("source", ""))
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    private static org.jooq.Field<String> valid(Map<String, String> row) {
        return Days.value(days(row.getOrDefault("from", ""), row.getOrDefault("until", "")));
    }
}
