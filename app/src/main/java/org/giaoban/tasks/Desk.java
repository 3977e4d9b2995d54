package org.giaoban.tasks;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the viewer owes over all modules, the most urgent first, with the kinds and their numbers on top. */
@Component
class Desk {

    /** Of each kind so many are laid out; the list of the kind has all. */
    private static final int SHOWN = 50;

    private static final int WEEK = 7;

    private final ObjectProvider<DeskSource> sources;

    Desk(ObjectProvider<DeskSource> sources) {
        this.sources = sources;
    }

    /** How urgent something is. What waits for the viewer's word has no date: others stand still until it is given. */
    enum Urgency {
        LATE,
        TODAY,
        WAITING,
        WEEK,
        LATER;

        static Urgency of(DeskItem item, LocalDate today) {
            var due = item.dueOn();
            if (due == null) {
                return WAITING;
            }
            if (due.isBefore(today)) {
                return LATE;
            }
            return due.equals(today) ? TODAY : due.isAfter(today.plusDays(Desk.WEEK)) ? LATER : WEEK;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A kind of work with its number; {@code href} is the list that has all of it. */
    record Kind(
            String title, String icon, int count, @Nullable String href, List<DeskItem> items) {

        int more() {
            return count - items.size();
        }
    }

    /** The work of one kind that is equally urgent. */
    record Pile(String title, String icon, List<DeskItem> items) {}

    /** All of it. */
    record Page(LocalDate today, List<Kind> owed, List<Kind> news, Map<Urgency, List<Pile>> piles) {

        int all() {
            return owed.stream().mapToInt(Kind::count).sum();
        }

        int late() {
            return number(Urgency.LATE);
        }

        int number(Urgency urgency) {
            return piles.getOrDefault(urgency, List.of()).stream()
                    .mapToInt(pile -> pile.items().size())
                    .sum();
        }

        long late(DeskItem item) {
            return item.dueOn() == null ? 0 : DAYS.between(item.dueOn(), today);
        }
    }

    Page of(LocalDate today) {
        var owed = new ArrayList<Kind>();
        var news = new ArrayList<Kind>();
        sources.stream().sorted(Comparator.comparingInt(DeskSource::order)).forEach(source -> {
            var kind = kind(source, today);
            if (kind.count() > 0) {
                (source.owed() ? owed : news).add(kind);
            }
        });
        return new Page(today, owed, news, piles(owed, today));
    }

    private static Kind kind(DeskSource source, LocalDate today) {
        var count = source.count(today);
        var items = count == 0 ? List.<DeskItem>of() : source.items(today, SHOWN);
        return new Kind(Texts.text(source.titleKey()), source.icon(), count, source.href(), items);
    }

    private static Map<Urgency, List<Pile>> piles(List<Kind> owed, LocalDate today) {
        var piles = new EnumMap<Urgency, List<Pile>>(Urgency.class);
        for (var urgency : Urgency.values()) {
            var some = owed.stream()
                    .map(kind -> new Pile(
                            kind.title(),
                            kind.icon(),
                            kind.items().stream()
                                    .filter(item -> Urgency.of(item, today) == urgency)
                                    .toList()))
                    .filter(pile -> !pile.items().isEmpty())
                    .toList();
            if (!some.isEmpty()) {
                piles.put(urgency, some);
            }
        }
        return piles;
    }
}
