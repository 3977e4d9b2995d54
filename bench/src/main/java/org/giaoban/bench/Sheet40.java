package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The forms the senders fill in, and what a unit says in a month: always the same, so that totals can be worked out. */
record Sheet40(String form, int size) {

    static final Sheet40 LARGE = new Sheet40("DO-40", 40);
    static final Sheet40 SMALL = new Sheet40("DO-20", 20);

    /** The first ten are tied to each other by the profile's checks. */
    static final List<String> CODES = List.of(
            "TC10", "TC11", "TC12", "TC13", "SH03", "SH04", "TT01", "TT02", "DV02", "DV01", "TC06", "TC07", "TC08",
            "NC01", "TC20", "TC27", "NC02", "SH06", "SH14", "SH15", "TT06", "DV09", "TT12", "TT13", "TT16", "CB01",
            "CB02", "CB03", "CB04", "CB08", "CB09", "CB10", "CB11", "KT01", "KT02", "KT09", "NC09", "DV05", "DV06",
            "DV08");

    private static final int FIRST_MONTH = 2025 * 12 + 6;

    /** CB03 is a part of CB01. */
    private static final int PART = 27;

    private static final int WHOLE = 25;

    List<String> codes() {
        return CODES.subList(0, size);
    }

    static String month(int ordinal) {
        var month = FIRST_MONTH + ordinal;
        return "%d-%02d".formatted(month / 12, month % 12 + 1);
    }

    static int ordinal(String month) {
        return Integer.parseInt(month.substring(0, 4)) * 12 + Integer.parseInt(month.substring(5)) - 1 - FIRST_MONTH;
    }

    /** What a unit says in its so many-th version of the month: about what it said the month before. */
    static int value(int code, int unit, int month, int version) {
        return switch (code) {
            case 0 -> 60 + unit % 20;
            case 1, 2, 3 -> 20 + unit % 7 + version;
            case 4 -> 50;
            case 5 -> 40 + unit % 9;
            case 6 -> 12 + unit % 3;
            case 7 -> 2000 + unit % 100;
            case 8 -> 30;
            case 9 -> 25 + unit % 5;
            case PART -> value(WHOLE, unit, month, version) / 2;
            default -> (unit * 7 + code * 3) % 60 + 20 + Math.floorMod(month + code, 5) + version;
        };
    }

    String body(int unit, int month, int version) {
        return IntStream.range(0, size)
                .mapToObj(code -> "\"%s\":{\"value\":%d}".formatted(CODES.get(code), value(code, unit, month, version)))
                .collect(Collectors.joining(",", "{\"values\":{", "},\"state\":\"SUBMITTED\"}"));
    }

    /** Brings both forms into the database of a server that runs. */
    static void publish(Path data) throws IOException, SQLException {
        try (var connection = Database.open(data);
                var insert = connection.prepareStatement(
                        "insert into reporting.form (code, version, valid_from, definition) values (?, 1, '2015-01-01', ?::jsonb)")) {
            for (var sheet : List.of(LARGE, SMALL)) {
                insert.setString(1, sheet.form());
                insert.setString(2, """
                        {"code": "%s", "version": 1, "from": "2015-01-01", "name": {"vi": "Đo", "en": "Measured"},
                         "periods": ["MONTH"], "owed": [], "due": [{"from": "2015-01-01", "days": 0}], "answerDays": 30,
                         "groups": [{"name": {"vi": "Chỉ tiêu", "en": "Indicators"}, "indicators": [%s]}],
                         "words": {}, "sections": [], "addressees": []}""".formatted(
                        sheet.form(),
                        sheet.codes().stream().map(code -> '"' + code + '"').collect(Collectors.joining(","))));
                insert.executeUpdate();
            }
        }
    }
}
