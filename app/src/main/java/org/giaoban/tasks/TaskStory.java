package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.tasks.Deed.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code tasks.yaml} says beside the orders that meetings gave: helpers, leaders, steps, links, and recurring orders.
 * Then overdue work goes before leaders and the period's orders are made, as on every day.
 */
@Component
@Transactional
class TaskStory implements StoryPart {

    private static final String FILE = "tasks.yaml";

    private final TaskRows rows;
    private final ExtrasRepository extras;
    private final CheckListRepository lists;
    private final RepeatRepository recurrences;
    private final RepeatRound recurring;
    private final EscalationRound escalating;
    private final Organization organization;
    private final People people;
    private final Accounts accounts;
    private final Deeds deeds;

    TaskStory(
            TaskRows rows,
            ExtrasRepository extras,
            CheckListRepository lists,
            RepeatRepository recurrences,
            RepeatRound recurring,
            EscalationRound escalating,
            Organization organization,
            People people,
            Accounts accounts,
            Deeds deeds) {
        this.rows = rows;
        this.extras = extras;
        this.lists = lists;
        this.recurrences = recurrences;
        this.recurring = recurring;
        this.escalating = escalating;
        this.organization = organization;
        this.people = people;
        this.accounts = accounts;
        this.deeds = deeds;
    }

    /** After the meetings, whose orders these are. */
    @Override
    public int order() {
        return 76;
    }

    @Override
    public void load(Story story) {
        if (!story.has(FILE)) {
            return;
        }
        var file = story.yaml(FILE, Map.class);
        maps(file.get("beside")).forEach(this::beside);
        maps(file.get("recurring")).forEach(this::recurring);
        recurring.run(deeds.today());
        escalating.run(deeds.today());
    }

    private void beside(Map<?, ?> node) {
        var root = rows.titled(text(node, "task")).orElse(null);
        if (root == null || !extras.roles(root).isEmpty()) {
            return;
        }
        var steps = texts(node, "steps");
        var links = Stream.concat(
                        maps(node.get("directives")).stream()
                                .map(one ->
                                        new Extras.Link(LinkKind.DIRECTIVE, text(one, "number"), text(one, "title"))),
                        maps(node.get("indicators")).stream()
                                .map(one -> new Extras.Link(LinkKind.INDICATOR, text(one, "code"), text(one, "title"))))
                .toList();
        extras.insert(
                root,
                new Extras(
                        find(node, "product"),
                        null,
                        texts(node, "helping").stream().map(organization::idOf).toList(),
                        texts(node, "supervising").stream()
                                .map(code -> people.byCode(code).orElseThrow())
                                .toList(),
                        steps,
                        links));
        var part = part(root, find(node, "unit"));
        lists.insert(List.of(part), steps);
        lists.of(part).stream()
                .limit(Integer.parseInt(Objects.requireNonNullElse(find(node, "ticked"), "0")))
                .forEach(step ->
                        lists.tick(part, step.id(), deeds.now(Act.NOTE, null).at(), find(node, "by")));
    }

    private UUID part(UUID root, @Nullable String code) {
        var unit = code == null ? null : organization.idOf(code);
        return rows.children(List.of(root)).stream()
                .filter(child -> Objects.equals(unit, child.duty().unit()))
                .map(Task::id)
                .findFirst()
                .orElse(root);
    }

    private void recurring(Map<?, ?> node) {
        var author = accounts.byLogin(text(node, "by")).orElse(Viewer.SYSTEM.account());
        var work = new Recurrence.Work(
                organization.idOf(text(node, "giver")),
                text(node, "text"),
                find(node, "product"),
                text(node, "measure"),
                text(node, "post"),
                find(node, "basis"),
                texts(node, "units").stream().<UnitId>map(organization::idOf).toList());
        var rhythm = new Recurrence.Rhythm(
                Recurrence.Every.valueOf(text(node, "every")),
                Recurrence.DueBy.valueOf(text(node, "due_by")),
                Integer.parseInt(text(node, "number")),
                LocalDate.parse(text(node, "from")),
                LocalDate.parse(text(node, "until")));
        var id =
                UUID.nameUUIDFromBytes((work.giver() + work.title()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        recurrences.insert(
                new Recurrence(id, work, rhythm, author, false),
                deeds.now(Act.ASSIGN, null).at());
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value)
                        .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    private static List<String> texts(Map<?, ?> node, String key) {
        var value = node.get(key);
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private static String text(Map<?, ?> node, String key) {
        return Objects.requireNonNull(find(node, key), key);
    }

    private static @Nullable String find(Map<?, ?> node, String key) {
        var value = node.get(key);
        return value == null ? null : String.valueOf(value);
    }
}
