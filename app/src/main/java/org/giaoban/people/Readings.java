package org.giaoban.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * Writes down who read whose file, by which right, and what of it. Whoever turns over the same page again within ten minutes
 * is one line; how to reach somebody is a line each time. One's own file is nobody's secret.
 */
@Component
class Readings {

    private static final Duration ONE_SITTING = Duration.ofMinutes(10);
    private static final int MOST = 50_000;

    private final Audit audit;
    private final CurrentViewer viewer;
    private final Cache<Sitting, Boolean> sittings = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(ONE_SITTING)
            .build();

    Readings(Audit audit, CurrentViewer viewer) {
        this.audit = audit;
        this.viewer = viewer;
    }

    private record Sitting(AccountId reader, PersonId person) {}

    void page(Person person) {
        var who = viewer.get();
        if (person.id().equals(who.person()) || who.system()) {
            return;
        }
        var sitting = new Sitting(who.account(), person.id());
        if (sittings.getIfPresent(sitting) == null) {
            write(List.of(person), "page");
            sittings.put(sitting, true);
        }
    }

    void contact(Person person) {
        write(List.of(person), "contact");
    }

    /** Everybody on a list that leaves the house. */
    void list(Collection<Person> persons) {
        if (!persons.isEmpty()) {
            write(persons, "list");
        }
    }

    private void write(Collection<Person> persons, String part) {
        var objects = persons.stream().collect(Collectors.toMap(one -> People.ref(one.id()), Person::keeper));
        audit.read(objects, Map.of("part", part, "by", Capability.PEOPLE_READ.key()));
    }
}
