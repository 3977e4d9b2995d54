package org.giaoban.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.giaoban.platform.Profile;
import org.junit.jupiter.api.Test;

/** How many of a hundred conclusions the rules of the profile judge as people do; thirty of them were kept apart. */
class HundredConclusionsTest {

    private record Judged(boolean apart, boolean vague, String text) {}

    private record Score(double recall, double precision, List<String> wrong) {}

    private final Rules rules = ofProfile();

    static Rules ofProfile() {
        var phrases = new ArrayList<Map.Entry<Sense, String>>();
        for (var set : (List<?>) new Profile("vn-party").yaml(WordingProfile.FILE, List.class)) {
            for (var sense : Sense.values()) {
                ((List<?>) ((Map<?, ?>) set).get(sense.name()))
                        .forEach(text -> phrases.add(Map.entry(sense, text.toString())));
            }
        }
        return new Rules(phrases);
    }

    @Test
    void theListHasSixtyVagueAndFortyClearOnes() throws IOException {
        assertThat(conclusions(one -> true)).hasSize(100);
        assertThat(conclusions(Judged::vague)).hasSize(60);
        assertThat(conclusions(Judged::apart)).hasSize(30);
    }

    @Test
    void nineOfTenAreJudgedAsPeopleDo() throws IOException {
        var all = score("all 100", conclusions(one -> true));
        score("the 70 seen", conclusions(one -> !one.apart));
        var apart = score("the 30 kept apart", conclusions(Judged::apart));

        assertThat(all.recall).as("%s", all.wrong).isGreaterThanOrEqualTo(0.9);
        assertThat(all.precision).as("%s", all.wrong).isGreaterThanOrEqualTo(0.9);
        assertThat(apart.recall).as("%s", apart.wrong).isGreaterThanOrEqualTo(0.9);
        assertThat(apart.precision).as("%s", apart.wrong).isGreaterThanOrEqualTo(0.9);
    }

    /** These were written apart from the lists and used to better them afterwards: they keep what was won. */
    @Test
    void whatTheRulesLearntFromStaysLearnt() throws IOException {
        var lists = Map.of(
                "22 written after the first lists", "later",
                "20 hard ones", "blind",
                "60 in the manner of offices", "sixty",
                "40 harder ones", "harder");
        for (var list : lists.entrySet()) {
            var found = score(list.getKey(), others("/wording/" + list.getValue() + ".tsv"));
            System.out.println(String.join("\n", found.wrong));
            assertThat(found.recall).as("%s", found.wrong).isGreaterThanOrEqualTo(0.9);
            assertThat(found.precision).as("%s", found.wrong).isGreaterThanOrEqualTo(0.85);
        }
    }

    /** Written when the rules were settled, half of it hard on purpose: the figures to expect of other people's sentences. */
    @Test
    void sentencesWrittenAfterTheRulesAreJudgedLessWell() throws IOException {
        var last = score("40 written last", others("/wording/last.tsv"));

        assertThat(last.recall).as("%s", last.wrong).isGreaterThanOrEqualTo(0.8);
        assertThat(last.precision).as("%s", last.wrong).isGreaterThanOrEqualTo(0.75);
    }

    private static List<Judged> others(String resource) throws IOException {
        return read(resource).stream()
                .map(part -> new Judged(true, part[0].equals("vague"), part[1]))
                .toList();
    }

    private Score score(String name, List<Judged> list) {
        var found = list.stream().filter(one -> rules.read(one.text).vague()).toList();
        var right = found.stream().filter(Judged::vague).count();
        var wrong = list.stream()
                .filter(one -> rules.read(one.text).vague() != one.vague)
                .map(one -> (one.vague ? "missed: " : "wrongly marked: ") + one.text)
                .toList();
        var recall = right / (double) list.stream().filter(Judged::vague).count();
        var precision = right / (double) found.size();
        System.out.printf(Locale.ROOT, "vague conclusions, %s: recall %.3f, precision %.3f%n", name, recall, precision);
        return new Score(recall, precision, wrong);
    }

    private static List<Judged> conclusions(Predicate<Judged> wanted) throws IOException {
        return read("/wording/conclusions.tsv").stream()
                .map(part -> new Judged(part[0].equals("apart"), part[1].equals("vague"), part[2]))
                .filter(wanted)
                .toList();
    }

    private static List<String[]> read(String resource) throws IOException {
        try (var in = HundredConclusionsTest.class.getResourceAsStream(resource);
                var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            return reader.readAllLines().stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
