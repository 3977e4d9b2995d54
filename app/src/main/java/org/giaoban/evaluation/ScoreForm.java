package org.giaoban.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.evaluation.Score.Side;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.platform.Texts;
import org.springframework.util.MultiValueMap;

/** What was typed on a sheet: points and notes by line, kept as typed. */
record ScoreForm(
        Map<String, String> points,
        Map<String, String> notes,
        String remark,
        List<String> ticked,
        String grade,
        int version) {

    private static final int NOTE = 500;
    private static final int REMARK = 1_000;

    static ScoreForm read(Sheet sheet, MultiValueMap<String, String> sent) {
        var points = new LinkedHashMap<String, String>();
        var notes = new LinkedHashMap<String, String>();
        sheet.manual().forEach(line -> {
            points.put(line.code(), text(sent, "p." + line.code()));
            notes.put(line.code(), text(sent, "n." + line.code()));
        });
        var version = text(sent, "version");
        return new ScoreForm(
                points,
                notes,
                text(sent, "remark"),
                sent.getOrDefault("veto", List.of()),
                text(sent, "grade"),
                version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0);
    }

    /** The same words, to be sent again after a look at what others changed. */
    ScoreForm at(int now) {
        return new ScoreForm(points, notes, remark, ticked, grade, now);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What is wrong, by field. */
    Map<String, String> faults(Sheet sheet) {
        var faults = new LinkedHashMap<String, String>();
        sheet.manual().forEach(line -> {
            var number = number(line.code());
            if (number.isEmpty()
                    || number.get().signum() < 0
                    || number.get().compareTo(line.max()) > 0
                    || number.get().stripTrailingZeros().scale() > 2) {
                faults.put(
                        "p." + line.code(),
                        Texts.text("evaluation.fault.points", line.title(), ScoreWords.points(line.max())));
            }
            if (notes.getOrDefault(line.code(), "").length() > NOTE) {
                faults.put("n." + line.code(), Texts.text("evaluation.fault.long", NOTE));
            }
        });
        if (remark.length() > REMARK) {
            faults.put("remark", Texts.text("evaluation.fault.long", REMARK));
        }
        return faults;
    }

    private Optional<BigDecimal> number(String line) {
        return VietnameseNumber.parse(points.getOrDefault(line, ""));
    }

    List<Score.Point> points(Side side) {
        var all = new ArrayList<Score.Point>();
        points.keySet()
                .forEach(line ->
                        all.add(new Score.Point(line, side, number(line).orElseThrow(), notes.getOrDefault(line, ""))));
        return all;
    }

    /** Where two sides differ, the decision says in a word why it is so. */
    Map<String, String> unexplained(Sheet sheet, Score score) {
        var faults = new LinkedHashMap<String, String>();
        var self = score.numbers(Side.SELF);
        var superior = score.numbers(Side.SUPERIOR);
        sheet.manual().forEach(line -> {
            var one = self.get(line.code());
            var other = superior.get(line.code());
            var differ = one != null && other != null && one.compareTo(other) != 0;
            if (differ && notes.getOrDefault(line.code(), "").isBlank()) {
                faults.put("n." + line.code(), Texts.text("evaluation.fault.why", line.title()));
            }
        });
        return faults;
    }

    static ScoreForm of(Sheet sheet, Map<String, Score.Point> given, String remark, int version) {
        var points = new LinkedHashMap<String, String>();
        var notes = new LinkedHashMap<String, String>();
        sheet.manual().forEach(line -> {
            var point = given.get(line.code());
            points.put(line.code(), point == null ? "" : ScoreWords.points(point.points()));
            notes.put(line.code(), point == null ? "" : point.note());
        });
        return new ScoreForm(points, notes, remark, List.of(), "", version);
    }

    /** A side's fields: as typed when it was refused, else as given, else empty; the decision begins with what both agree on. */
    static ScoreForm fields(ScorePages.Page page, Side side) {
        if (page.desk().typed() == side) {
            return page.desk().form();
        }
        var score = page.judged().score();
        var sheet = page.judged().sheet();
        if (score == null) {
            return of(sheet, Map.of(), "", 0);
        }
        if (side == Side.FINAL) {
            var points = new LinkedHashMap<>(score.of(Side.SELF));
            points.putAll(score.of(Side.SUPERIOR));
            points.replaceAll((line, point) -> new Score.Point(line, Side.FINAL, point.points(), ""));
            return of(sheet, points, "", score.version());
        }
        return of(sheet, score.of(side), score.by(side).map(Score.Given::remark).orElse(""), score.version());
    }
}
