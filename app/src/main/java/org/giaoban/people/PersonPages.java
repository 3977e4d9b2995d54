package org.giaoban.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.UnitPick;
import org.giaoban.access.UnitTree;
import org.giaoban.audit.AuditEntry;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the pages about persons. */
@Service
@Transactional(readOnly = true)
class PersonPages {

    private final People people;
    private final Career career;
    private final UnitTree units;
    private final UnitPick pick;
    private final Access access;

    PersonPages(People people, Career career, UnitTree units, UnitPick pick, Access access) {
        this.people = people;
        this.career = career;
        this.units = units;
        this.pick = pick;
        this.access = access;
    }

    /** The list, a page at a time; {@code next} is the address of the next one. */
    public record ListPage(
            String query,
            String keeper,
            Map<String, String> keepers,
            List<Row> rows,
            @Nullable String next,
            @Nullable String first,
            boolean mayAdd) {}

    /** A person in the list. */
    public record Row(String href, String name, String code, String birthYear, String titles, String keeper) {}

    /** A person's page, one tab of it. */
    public record PersonPage(
            String id,
            String name,
            String titles,
            Map<String, String> tabs,
            String active,
            List<Fact> facts,
            List<Post> posts,
            List<Fact> contact,
            List<AuditEntry> history,
            boolean mayEdit,
            boolean mayAskWhoSees) {}

    /** A line of facts. */
    public record Fact(String label, String value) {}

    /** A post now or before. */
    public record Post(
            String title, String unit, String href, String method, String span, String decision, boolean now) {}

    ListPage list(String query, @Nullable UnitId keeper, @Nullable PersonId after) {
        var slice = people.page(query, keeper, after);
        var base = "/people?q=" + encoded(query) + "&keeper=" + (keeper == null ? "" : keeper);
        return new ListPage(
                query,
                keeper == null ? "" : pick.shown(keeper, Capability.PEOPLE_READ),
                pick.offered(Capability.PEOPLE_READ),
                rows(slice.items()),
                slice.next() == null ? null : base + "&after=" + slice.next(),
                after == null ? null : base,
                access.allowsAnywhere(Capability.PEOPLE_EDIT));
    }

    List<Row> export(String query, @Nullable UnitId keeper) {
        return rows(people.all(query, keeper));
    }

    private List<Row> rows(List<Person> persons) {
        var titles = career.titles(persons.stream().map(Person::id).toList());
        var keepers =
                units.names(persons.stream().map(Person::keeper).distinct().toList());
        return persons.stream()
                .map(person -> new Row(
                        "/people/" + person.id(),
                        person.fullName(),
                        person.code(),
                        person.birthYear() == null ? "" : String.valueOf(person.birthYear()),
                        titles.getOrDefault(person.id(), ""),
                        keepers.getOrDefault(person.keeper(), "")))
                .toList();
    }

    PersonPage page(PersonId id, String tab) {
        var person = people.open(id);
        var base = "/people/" + id;
        return new PersonPage(
                id.toString(),
                person.fullName(),
                career.titles(List.of(id)).getOrDefault(id, ""),
                tabs(base),
                tab.isEmpty() ? base : base + "?tab=" + tab,
                facts(person),
                tab.isEmpty() ? posts(id) : List.of(),
                tab.equals("contact") ? contact(id) : List.of(),
                entries(id, tab),
                access.allows(Capability.PEOPLE_EDIT, person.keeper()),
                access.allows(Capability.GRANTS, person.keeper()));
    }

    private List<AuditEntry> entries(PersonId id, String tab) {
        return switch (tab) {
            case "history" -> people.history(id);
            case "readers" -> people.readers(id);
            default -> List.of();
        };
    }

    private static Map<String, String> tabs(String base) {
        var tabs = new LinkedHashMap<String, String>();
        tabs.put(base, Texts.text("people.tab.overview"));
        tabs.put(base + "?tab=contact", Texts.text("people.tab.contact"));
        tabs.put(base + "?tab=readers", Texts.text("people.tab.readers"));
        tabs.put(base + "?tab=history", Texts.text("people.tab.history"));
        return tabs;
    }

    private List<Fact> facts(Person person) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(Texts.text("people.column.code"), person.code()));
        facts.add(new Fact(Texts.text("people.column.gender"), gender(person.gender())));
        facts.add(new Fact(
                Texts.text("people.column.birth-year"),
                person.birthYear() == null ? "" : String.valueOf(person.birthYear())));
        facts.add(new Fact(Texts.text("people.column.native-place"), person.nativePlace()));
        facts.add(new Fact(Texts.text("people.list.keeper"), units.name(person.keeper())));
        return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
    }

    static String gender(Gender gender) {
        return Texts.text("people.gender." + gender.name());
    }

    private List<Post> posts(PersonId id) {
        return career.of(id).stream()
                .map(held -> new Post(
                        held.title(),
                        held.unit(),
                        held.href(),
                        held.method(),
                        span(held.valid()),
                        held.decision(),
                        held.valid().open()))
                .toList();
    }

    private List<Fact> contact(PersonId id) {
        var contact = people.contact(id);
        var numbers = people.numbers(id);
        return List.of(
                        new Fact(Texts.text("people.contact.phone"), contact.phone()),
                        new Fact(Texts.text("people.contact.email"), contact.email()),
                        new Fact(Texts.text("people.contact.address"), contact.address()),
                        new Fact(Texts.text("people.number.citizen"), numbers.citizen()),
                        new Fact(Texts.text("people.number.member-card"), numbers.memberCard()))
                .stream()
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static String span(DateRange valid) {
        return valid.lastDay()
                .map(last -> Texts.text("people.span.closed", Formats.date(valid.from()), Formats.date(last)))
                .orElseGet(() -> Texts.text("people.span.open", Formats.date(valid.from())));
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
