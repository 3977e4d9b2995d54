package org.giaoban.story;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** The rows the story began with, added up by hand: what every figure on screen and paper is compared with. */
final class StoryRows {

    private static final String FOLDER = "stories/vu-quang-2018-11/";

    private StoryRows() {}

    /** Sum of a flow over all twelve units, January to October of a year. */
    static BigDecimal flowToOctober(String indicator, int year) {
        var sum = BigDecimal.ZERO;
        for (var row : csv("history.csv")) {
            if (row.get("indicator").equals(indicator) && row.get("year").equals(String.valueOf(year))) {
                for (var month = 1; month <= 10; month++) {
                    sum = sum.add(number(row.get("m%02d".formatted(month))));
                }
            }
        }
        if (year == 2018) {
            for (var file : List.of("returns/2018-09.csv", "returns/2018-10.csv", "returns/2018-10-late.csv")) {
                sum = sum.add(ofReturns(file, indicator));
            }
        }
        return sum;
    }

    /** Sum over all twelve units' returns of October 2018. */
    static BigDecimal inOctober(String indicator) {
        return ofReturns("returns/2018-10.csv", indicator).add(ofReturns("returns/2018-10-late.csv", indicator));
    }

    static BigDecimal plan(String indicator, int year) {
        return csv("targets.csv").stream()
                .filter(row -> row.get("indicator").equals(indicator)
                        && row.get("year").equals(String.valueOf(year)))
                .map(row -> number(row.get("value")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The filled-in lines of all units' returns. */
    static List<CSVRecord> of(String file) {
        return csv(file);
    }

    /** The filled-in lines of one unit's return. */
    static List<CSVRecord> of(String file, String unit) {
        return csv(file).stream()
                .filter(row -> row.get("unit_code").equals(unit))
                .toList();
    }

    private static BigDecimal ofReturns(String file, String indicator) {
        return csv(file).stream()
                .filter(row -> row.get("indicator").equals(indicator))
                .map(row -> number(row.get("value")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(String text) {
        return text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static List<CSVRecord> csv(String file) {
        try (var reader =
                new InputStreamReader(new ClassPathResource(FOLDER + file).getInputStream(), StandardCharsets.UTF_8)) {
            return new ArrayList<>(CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
