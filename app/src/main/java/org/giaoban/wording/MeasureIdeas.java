package org.giaoban.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Indicators whose names share words with a text, and the products that fit anything. */
@Component
class MeasureIdeas {

    private static final int INDICATORS = 3;
    private static final int SHARED = 2;

    private final Indicators indicators;

    MeasureIdeas(Indicators indicators) {
        this.indicators = indicators;
    }

    private record Close(Indicator indicator, int shared) {}

    List<Suggestion> of(String text, LocalDate today) {
        var words = words(text);
        var ideas = new ArrayList<Suggestion>();
        indicators.catalogue(today).stream()
                .map(one -> new Close(one, shared(words, words(one.name()))))
                .filter(close -> close.shared >= SHARED)
                .sorted(Comparator.comparingInt((Close close) -> -close.shared))
                .limit(INDICATORS)
                .forEach(close -> ideas.add(idea(close.indicator.name() + " (" + close.indicator.code() + ")")));
        ideas.add(idea(Texts.text("wording.measure.report")));
        ideas.add(idea(Texts.text("wording.measure.list")));
        ideas.add(idea(Texts.text("wording.measure.decision")));
        return ideas;
    }

    private static Suggestion idea(String measure) {
        return new Suggestion(
                Missing.MEASURE, measure, "measure", measure, Texts.text("wording.measure.words", measure));
    }

    private static int shared(Set<String> text, Set<String> name) {
        return (int) name.stream().filter(text::contains).count();
    }

    private static Set<String> words(String text) {
        return Word.of(text).stream()
                .map(Word::bare)
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
    }
}
