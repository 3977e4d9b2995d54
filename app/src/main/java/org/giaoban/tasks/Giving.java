package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders given outside meetings, by whoever may give orders in the unit that gives and in those that get them. */
@Service
@Transactional
class Giving {

    /** The kind of source of an order that comes from nothing but itself. */
    static final String SOURCE = "order";

    static final int MOST_UNITS = 300;
    private static final int MOST_PEOPLE = 500;

    private final Tasks tasks;
    private final TaskRows rows;
    private final Organization organization;
    private final Mandates mandates;
    private final TaskNames names;
    private final Access access;
    private final CurrentViewer viewer;
    private final Indicators indicators;
    private final GiveRules rules;
    private final Deeds deeds;

    Giving(
            Tasks tasks,
            TaskRows rows,
            Organization organization,
            Mandates mandates,
            TaskNames names,
            Access access,
            CurrentViewer viewer,
            Indicators indicators,
            GiveRules rules,
            Deeds deeds) {
        this.tasks = tasks;
        this.rows = rows;
        this.organization = organization;
        this.mandates = mandates;
        this.names = names;
        this.access = access;
        this.viewer = viewer;
        this.indicators = indicators;
        this.rules = rules;
        this.deeds = deeds;
    }

    /** In whose name orders may be given, to which units, and who answers there. */
    record Options(
            Map<String, String> givers, List<Unit> units, Map<String, String> posts, Map<String, String> people) {}

    @Transactional(readOnly = true)
    Options options() {
        var today = deeds.today();
        var units = units(today);
        var held = mandates.in(units.stream().map(Unit::id).toList(), today);
        var posts = new LinkedHashMap<String, String>();
        held.forEach(mandate -> posts.computeIfAbsent(mandate.post(), mandates::postName));
        return new Options(
                givers(today),
                units,
                posts,
                names.titled(held.stream().limit(MOST_PEOPLE).toList()));
    }

    /** The units of the viewer's right, from the top. */
    private List<Unit> units(LocalDate today) {
        var scope = access.scope(Capability.TASK_ASSIGN);
        return organization.tops(scope, today).stream()
                .flatMap(top -> organization.subtree(top.id(), today).stream())
                .filter(unit -> scope.contains(unit.id()))
                .limit(MOST_UNITS)
                .toList();
    }

    /** The topmost units of the viewer's right, and those in which the viewer holds a post. */
    private Map<String, String> givers(LocalDate today) {
        var scope = access.scope(Capability.TASK_ASSIGN);
        var own = Optional.ofNullable(viewer.get().person()).stream()
                .flatMap(person -> mandates.of(person, today).stream())
                .map(Mandate::unit)
                .filter(scope::contains)
                .flatMap(unit -> organization.find(unit, today).stream());
        return Stream.concat(organization.tops(scope, today).stream(), own)
                .collect(Collectors.toMap(
                        unit -> unit.id().value().toString(), Unit::name, (one, same) -> one, LinkedHashMap::new));
    }

    /** What is wrong with the order, by field; nothing when it may be given. */
    @Transactional(readOnly = true)
    Map<String, String> errors(GiveForm form, MoreForm more) {
        var errors = form.errors();
        var options = options();
        errors.putAll(more.errors());
        errors.putAll(
                rules.address(new GiveRules.Address(form.giver(), form.chosen(), Typed.words(form.post())), options));
        rules.beside(more, form.giver(), errors);
        var person = Typed.words(form.person());
        if (person != null && (form.chosen().size() > 1 || !options.people().containsKey(person))) {
            errors.put("person", Texts.text("tasks.give.error.person"));
        }
        var due = Typed.day(form.due());
        if (due != null && due.isBefore(deeds.today())) {
            errors.put("due", Texts.text("tasks.give.error.past"));
        }
        return errors;
    }

    /** Gives an order without {@link #errors}; the same form again gives what it gave before. */
    UUID give(GiveForm form, MoreForm more) {
        var root = form.root();
        var giver = new UnitId(Objects.requireNonNull(form.giver()));
        access.require(Capability.TASK_ASSIGN, giver);
        if (rows.find(root).isEmpty()) {
            tasks.assign(order(form, giver, root), extras(more), root);
        }
        return root;
    }

    private Extras extras(MoreForm more) {
        var indicator = more.indicatorCode();
        var named = indicator == null
                ? null
                : indicators
                        .byCode(indicator, deeds.today())
                        .map(Indicator::name)
                        .orElse(indicator);
        return more.extras(named);
    }

    private Order order(GiveForm form, UnitId giver, UUID root) {
        var person = Typed.words(form.person());
        var named = person == null ? null : new PersonId(UUID.fromString(person));
        var basis = Typed.words(form.basis());
        var label =
                basis == null ? Texts.text(Texts.VIETNAMESE, "tasks.give.source", Formats.date(deeds.today())) : basis;
        return new Order(
                Objects.requireNonNull(Typed.words(form.text())),
                Typed.words(form.measure()),
                Typed.day(form.due()),
                form.chosen().stream()
                        .map(unit -> new Order.Assignee(unit, named, Typed.words(form.post())))
                        .toList(),
                giver,
                new SourceRef(SOURCE, root, label, "/tasks/" + root),
                form.reasons());
    }
}
