package org.giaoban.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.people.People;
import org.springframework.stereotype.Component;

/** The units a text names, and the posts and people of those units or of the writer's own. */
@Component
class WhoIdeas {

    private static final int UNITS = 4;
    private static final int POSTS = 3;
    private static final int PEOPLE = 4;
    private static final int MOST_UNITS = 100;

    private final Organization organization;
    private final Mandates mandates;
    private final People people;

    WhoIdeas(Organization organization, Mandates mandates, People people) {
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
    }

    List<Suggestion> of(String text, UnitId unit, LocalDate today) {
        var folded = VietnameseText.fold(text);
        var named = organization.children(unit, today).stream()
                .limit(MOST_UNITS)
                .filter(child -> folded.contains(VietnameseText.fold(child.shortName())))
                .limit(UNITS)
                .toList();
        var ideas = new ArrayList<Suggestion>();
        named.forEach(child -> ideas.add(unit(child)));
        var held = mandates.in(
                named.isEmpty() ? List.of(unit) : named.stream().map(Unit::id).toList(), today);
        posts(held).forEach(ideas::add);
        persons(held).forEach(ideas::add);
        return ideas;
    }

    private static Suggestion unit(Unit unit) {
        return new Suggestion(Missing.WHO, unit.shortName(), "units", unit.id().toString(), unit.name());
    }

    private Stream<Suggestion> posts(List<Mandate> held) {
        return held.stream().map(Mandate::post).distinct().limit(POSTS).map(post -> {
            var name = mandates.postName(post);
            return new Suggestion(Missing.WHO, name, "post", post, name);
        });
    }

    private Stream<Suggestion> persons(List<Mandate> held) {
        var chosen = new LinkedHashSet<>(held.stream().map(Mandate::person).toList())
                .stream().limit(PEOPLE).toList();
        var names = people.names(chosen);
        return chosen.stream().filter(names::containsKey).map(person -> {
            var name = Objects.requireNonNull(names.get(person));
            return new Suggestion(Missing.WHO, name, "person", person.toString(), name);
        });
    }
}
