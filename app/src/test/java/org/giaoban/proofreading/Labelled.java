package org.giaoban.proofreading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.giaoban.platform.Profile;

/** Sentences with the remarks they deserve, and how well the checks do on them. */
record Labelled(String text, Set<Kind> kinds) {

    static final LocalDate DAY = LocalDate.of(2018, 11, 5);

    static final Facts FACTS = new Facts(
            List.of(
                    new Official("Trần Văn Hòa", "Bí thư Huyện ủy"),
                    new Official("Lê Thị Mai Hương", "Phó Bí thư Thường trực Huyện ủy"),
                    new Official("Phạm Đức Thuận", "Chủ tịch Ủy ban nhân dân huyện")),
            List.of(
                    figure("TC17", "Số đảng viên mới kết nạp", "tháng 10/2018", "43", false),
                    figure("TC10", "Tổng số đảng viên của đảng bộ", "tháng 10/2018", "7312", false),
                    figure("KT02", "Tỷ lệ giải ngân vốn đầu tư công", "10 tháng đầu năm 2018", "16.7", true)));

    /** Remarks rightly made, wrongly made, and missed. */
    record Score(int right, int wrong, int missed) {

        double precision() {
            return right == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return right == 0 ? 0 : (double) right / (right + missed);
        }

        private Score plus(Score other) {
            return new Score(right + other.right, wrong + other.wrong, missed + other.missed);
        }

        @Override
        public String toString() {
            return "precision %.3f, recall %.3f (%d right, %d wrong, %d missed)"
                    .formatted(precision(), recall(), right, wrong, missed);
        }
    }

    private static KnownFigure figure(String key, String name, String period, String value, boolean percent) {
        return new KnownFigure(key, name, period, new BigDecimal(value), percent);
    }

    static Proofreader proofreader() {
        var rulebook = new Rulebook();
        rulebook.load(new Profile("vn-party"));
        return new Proofreader(rulebook);
    }

    static List<Labelled> read(String file) {
        try (var stream = Objects.requireNonNull(Labelled.class.getResourceAsStream("/proofreading/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Labelled::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled of(String line) {
        var bar = line.indexOf('|');
        var kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(line.substring(0, bar).split(","))
                .filter(each -> !each.equals("-"))
                .map(Kind::valueOf)
                .forEach(kinds::add);
        return new Labelled(spelt(line.substring(bar + 1)), kinds);
    }

    /** "[U+200B]" stands for a sign one would not see in the file. */
    private static String spelt(String text) {
        return Pattern.compile("\\[U\\+(\\p{XDigit}{4})]")
                .matcher(text)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    Set<Kind> found(Proofreader proofreader) {
        var kinds = EnumSet.noneOf(Kind.class);
        proofreader
                .read(new Manuscript(DAY, List.of(Passage.of("body", text))), FACTS)
                .forEach(remark -> kinds.add(remark.kind()));
        return kinds;
    }

    /** By kind; what is wrong is printed. */
    static Map<Kind, Score> score(List<Labelled> sentences, Proofreader proofreader) {
        var scores = new EnumMap<Kind, Score>(Kind.class);
        for (var sentence : sentences) {
            var found = sentence.found(proofreader);
            if (!found.equals(sentence.kinds)) {
                System.out.println("said " + found + ", should say " + sentence.kinds + ": " + sentence.text);
            }
            for (var kind : Kind.values()) {
                var said = found.contains(kind);
                var should = sentence.kinds.contains(kind);
                if (said || should) {
                    scores.merge(
                            kind,
                            new Score(said && should ? 1 : 0, said && !should ? 1 : 0, !said && should ? 1 : 0),
                            Score::plus);
                }
            }
        }
        scores.forEach((kind, score) -> System.out.println(kind + ": " + score));
        return scores;
    }

    static Score total(Map<Kind, Score> scores) {
        return scores.values().stream().reduce(new Score(0, 0, 0), Score::plus);
    }
}
