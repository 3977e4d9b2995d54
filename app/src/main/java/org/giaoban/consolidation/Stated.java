package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.UnitId;

/** What a report says of an indicator: a figure, or the list of what units wrote. Equal ones have equal keys. */
sealed interface Stated {

    /** Nobody said anything. */
    Stated SILENCE = new Number(Kept.SILENCE);

    String key();

    boolean present();

    String text(Indicator indicator);

    /** A figure, or the reason why there is none. */
    record Number(Figure figure) implements Stated {

        @Override
        public String key() {
            return Kept.key(figure);
        }

        @Override
        public boolean present() {
            return figure.present();
        }

        @Override
        public String text(Indicator indicator) {
            return FigureText.of(indicator, figure);
        }
    }

    /** What each unit wrote, in the order of the units. */
    record Words(List<Entry> entries) implements Stated {

        @Override
        public String key() {
            return entries.isEmpty()
                    ? SILENCE.key()
                    : Hashes.of(entries.stream()
                            .map(entry -> entry.unit() + "\u0000" + entry.text())
                            .sorted()
                            .collect(Collectors.joining("\u0000\u0000")));
        }

        @Override
        public boolean present() {
            return !entries.isEmpty();
        }

        @Override
        public String text(Indicator indicator) {
            return entries.isEmpty()
                    ? SILENCE.text(indicator)
                    : entries.stream()
                            .map(entry -> entry.name() + ": " + entry.text())
                            .collect(Collectors.joining("\n"));
        }

        /** One list after the other, by the units' names. */
        static Stated together(List<Stated> all) {
            var entries = new ArrayList<Entry>();
            all.forEach(one -> {
                if (one instanceof Words words) {
                    entries.addAll(words.entries());
                }
            });
            entries.sort(Comparator.comparing(Entry::name)
                    .thenComparing(entry -> entry.unit().value()));
            return entries.isEmpty() ? SILENCE : new Words(List.copyOf(entries));
        }
    }

    /** What one unit wrote. */
    record Entry(UnitId unit, String name, String text) {}

    static Stated of(Figure figure) {
        return new Number(figure);
    }

    /** What the units wrote, none of a figure. */
    default List<Entry> entries() {
        return List.of();
    }

    /** The figure, for those who calculate; lists of words have none. */
    default Figure figure() {
        return this instanceof Number(var figure) ? figure : Kept.SILENCE;
    }

    default boolean same(Stated other) {
        return key().equals(other.key());
    }
}
