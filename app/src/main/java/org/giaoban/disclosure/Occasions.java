package org.giaoban.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.platform.Zone;
import org.giaoban.portal.PublishedArticles;
import org.giaoban.portal.PublishedEvent;
import org.springframework.stereotype.Component;

/** What the public calendar shows: meetings and events that were let out, and events that published articles announce. */
@Component
class Occasions {

    private static final List<String> SORTS = List.of("MEETING", "EVENT");

    private final ReleasedRepository released;
    private final PublishedArticles articles;

    Occasions(ReleasedRepository released, PublishedArticles articles) {
        this.released = released;
        this.articles = articles;
    }

    /** Those that lie in these days, begun before or not, the earliest first; an event is told once. */
    List<Released> between(LocalDate from, LocalDate until, int limit) {
        var own = released.between(SORTS, from, until, ReleasedRepository.Asked.ANY, limit);
        var told = own.stream().map(each -> each.facts().text("href")).collect(Collectors.toSet());
        var announced = articles.events(start(from), start(until), limit).stream()
                .filter(each -> !told.contains(each.href()))
                .map(Occasions::occasion);
        return Stream.concat(own.stream(), announced)
                .sorted(Comparator.comparing(Released::on)
                        .thenComparing(each -> each.facts().text("at")))
                .limit(limit)
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Zone.ID).toInstant();
    }

    private static Released occasion(PublishedEvent event) {
        var from = event.from().atZone(Zone.ID);
        var facts = new HashMap<String, String>();
        facts.put("sort", "EVENT");
        facts.put("title", event.title());
        if (event.language().equals("en")) {
            facts.put("titleEn", event.title());
        }
        facts.put("place", event.place());
        facts.put("href", event.href());
        facts.put("onDay", from.toLocalDate().toString());
        facts.put("at", hour(from.toLocalTime()));
        var until = event.until() == null ? null : event.until().atZone(Zone.ID);
        if (until != null) {
            facts.put("untilAt", hour(until.toLocalTime()));
        }
        return new Released(
                event.article().value(),
                event.unit(),
                Kind.WORK,
                null,
                new Facts(facts),
                "EVENT",
                null,
                from.toLocalDate(),
                until == null ? null : until.toLocalDate(),
                event.changed());
    }

    private static String hour(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
