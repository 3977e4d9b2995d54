package org.giaoban.meetings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.wording.Reading;
import org.giaoban.wording.Rules;
import org.jspecify.annotations.Nullable;

/** Names and rules of wording for a set of conclusions, read once. */
record ConclusionWords(
        Map<UnitId, String> units, Map<PersonId, String> people, Map<String, String> posts, Rules rules) {

    /** What the rules say of a conclusion's words; null when they are clear. */
    @Nullable
    Reading vagueIn(Conclusion conclusion) {
        if (conclusion.kind() == OutcomeKind.TASK) {
            return null;
        }
        var reading = rules.read(conclusion.text());
        return reading.vague() ? reading : null;
    }

    boolean settled(Conclusion conclusion) {
        return conclusion.settled(rules);
    }

    String units(Conclusion conclusion) {
        var duty = conclusion.duty();
        return duty.units().isEmpty() ? because(duty.reasons().noUnit()) : named(duty.units());
    }

    String answerable(Conclusion conclusion) {
        var duty = conclusion.duty();
        var named = Stream.of(
                        duty.post() == null ? "" : posts.getOrDefault(duty.post(), duty.post()),
                        duty.person() == null ? "" : people.getOrDefault(duty.person(), "?"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return named.isEmpty() ? because(duty.reasons().noPerson()) : named;
    }

    String due(Conclusion conclusion) {
        var due = conclusion.duty().dueOn();
        return due == null ? because(conclusion.duty().reasons().noDate()) : Formats.date(due);
    }

    String measure(Conclusion conclusion) {
        var measure = conclusion.duty().measure();
        return measure == null ? because(conclusion.duty().reasons().noMeasure()) : measure;
    }

    String product(Conclusion conclusion) {
        var beside = conclusion.duty().beside();
        return beside.product() == null ? because(beside.noProduct()) : beside.product();
    }

    String helping(Conclusion conclusion) {
        return named(conclusion.duty().beside().helping());
    }

    String supervising(Conclusion conclusion) {
        var leader = conclusion.duty().beside().supervising();
        return leader == null ? "" : people.getOrDefault(leader, "?");
    }

    /** Product, helpers and leader in one line, as far as they are named. */
    String beside(Conclusion conclusion) {
        return Stream.of(
                        said("meetings.beside.product", product(conclusion)),
                        said("meetings.beside.helping", helping(conclusion)),
                        said("meetings.beside.supervising", supervising(conclusion)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String said(String key, String words) {
        return words.isEmpty() ? "" : Texts.text(key, words);
    }

    private String named(List<UnitId> all) {
        return all.stream()
                .map(unit -> units.getOrDefault(unit, "?"))
                .sorted(VietnameseText.alphabetical())
                .collect(Collectors.joining(", "));
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : Texts.text("meetings.because", reason);
    }
}
