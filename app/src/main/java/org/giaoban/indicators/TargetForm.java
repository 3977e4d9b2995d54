package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.giaoban.indicators.Targets.Wish;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.TableText;

/** A plan as typed or brought in: by indicator code a value and its phasing, both still text. */
record TargetForm(Map<String, Line> lines, String reason) {

    static final TargetForm EMPTY = new TargetForm(Map.of(), "");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String VALUE = "value_";
    private static final String PHASING = "phasing_";
    private static final int MOST_LINES = 2000;
    private static final int LONGEST_REASON = 500;

    record Line(String value, String phasing) {}

    /** Fields value_CODE and phasing_CODE; lines left empty are not part of the plan. */
    static TargetForm typed(Map<String, String> fields) {
        var lines = new LinkedHashMap<String, Line>();
        fields.forEach((name, value) -> {
            if (name.startsWith(VALUE) && !value.isBlank() && lines.size() < MOST_LINES) {
                var code = name.substring(VALUE.length());
                var phasing = fields.getOrDefault(PHASING + code, "");
                lines.put(code, new Line(value.strip(), phasing.strip()));
            }
        });
        var reason = VietnameseText.nfc(fields.getOrDefault("reason", "")).strip();
        return new TargetForm(lines, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    /** A header with indicator, value and phasing; comma, semicolon or tab between the cells. What is no table has no lines. */
    static TargetForm csv(String text) {
        var lines = new LinkedHashMap<String, Line>();
        for (var row : TableText.rows(text).orElseGet(List::of)) {
            var code = row.get("indicator");
            var value = row.get("value");
            if (lines.size() < MOST_LINES && code != null && value != null) {
                lines.put(
                        code.strip(),
                        new Line(
                                TableExport.unguarded(value.strip()),
                                row.getOrDefault("phasing", "").strip()));
            }
        }
        return new TargetForm(lines, "");
    }

    /** Only asked for when nothing is wrong with the lines. */
    List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        lines.forEach((code, line) -> wishes.add(
                new Wish(code, number(line).orElseThrow(), phasing(line).orElseThrow())));
        return wishes;
    }

    static Optional<BigDecimal> number(Line line) {
        return VietnameseNumber.parse(line.value());
    }

    /** Nothing: the usual way; "đều" or "even": a twelfth a month; twelve shares that make 1 or 100. */
    static Optional<List<BigDecimal>> phasing(Line line) {
        var text = VietnameseText.fold(line.phasing()).strip();
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        if (text.equals("deu") || text.equals("even")) {
            return Optional.of(Phasing.EVEN);
        }
        var shares = Arrays.stream(text.toUpperCase(Locale.ROOT).split("[;\\s]+"))
                .map(VietnameseNumber::parse)
                .toList();
        if (shares.size() != Phasing.MONTHS || shares.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return whole(shares.stream().map(Optional::orElseThrow).toList());
    }

    private static Optional<List<BigDecimal>> whole(List<BigDecimal> shares) {
        var sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) == 0) {
            return Optional.of(shares);
        }
        return sum.compareTo(HUNDRED) == 0
                ? Optional.of(
                        shares.stream().map(share -> share.movePointLeft(2)).toList())
                : Optional.empty();
    }
}
