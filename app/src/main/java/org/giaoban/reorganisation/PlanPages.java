package org.giaoban.reorganisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.platform.Formats;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the list of plans and the page of one. */
@Service
@Transactional(readOnly = true)
class PlanPages {

    private final Plans plans;
    private final Rehearsals rehearsals;
    private final RehearsalRows rows;
    private final EventWords words;
    private final Audit audit;
    private final Clock clock;

    PlanPages(Plans plans, Rehearsals rehearsals, RehearsalRows rows, EventWords words, Audit audit, Clock clock) {
        this.plans = plans;
        this.rehearsals = rehearsals;
        this.rows = rows;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** The list with its filter by state. */
    public record ListPage(
            Map<String, String> states,
            String active,
            List<Line> lines,
            @Nullable String next,
            String export) {}

    /** A plan in the list. */
    public record Line(String href, String title, String day, String document, String tone, String state, int events) {}

    /**
     * A plan.
     *
     * @param rows what it would change, while it is a draft
     * @param open how many questions wait for an answer, while it is a draft
     */
    public record Page(
            PlanHead head,
            String active,
            List<EventLine> events,
            List<RehearsalRows.Row> rows,
            long open,
            List<AuditEntry> history) {}

    ListPage list(@Nullable PlanState state, @Nullable String after) {
        var states = new LinkedHashMap<String, String>();
        states.put("/reorganisations", Texts.text("reorganisation.list.all"));
        for (var one : PlanState.values()) {
            states.put(href(one), PlanHead.word(one));
        }
        var page = plans.page(state, after);
        var lines = page.items().stream()
                .map(plan -> new Line(
                        "/reorganisations/" + plan.id(),
                        plan.title(),
                        Formats.date(plan.day()),
                        plan.document(),
                        PlanHead.tone(plan.state()),
                        PlanHead.word(plan.state()),
                        plan.events()))
                .toList();
        var here = href(state);
        var next = page.next() == null ? null : here + (state == null ? "?" : "&") + "after=" + page.next();
        var export = "/reorganisations/export" + (state == null ? "?" : "?state=" + state.name() + "&") + "format=";
        return new ListPage(states, here, lines, next, export);
    }

    /** The list as a file, in the asked format. */
    ResponseEntity<byte[]> file(@Nullable PlanState state, String format) {
        var headers = Stream.of("title", "day", "document", "events", "state")
                .map(field -> Texts.text("reorganisation.field." + field))
                .toList();
        var rows = plans.all(state).stream()
                .map(plan ->
                        List.of(plan.title(), plan.day(), plan.document(), plan.events(), PlanHead.word(plan.state())))
                .toList();
        return new TableExport(Texts.text("reorganisation.list.file"), headers, rows).as(format);
    }

    private static String href(@Nullable PlanState state) {
        return "/reorganisations" + (state == null ? "" : "?state=" + state.name());
    }

    PlanHead head(PlanId id) {
        return head(plans.get(id));
    }

    PlanHead head(Plan plan) {
        return PlanHead.of(plan, marks(plan));
    }

    Page page(PlanId id, boolean history) {
        var plan = plans.get(id);
        var head = head(plan);
        var draft =
                plan.state() == PlanState.DRAFT && !history && !plan.events().isEmpty();
        var rehearsal = draft ? rehearsals.of(id) : null;
        return new Page(
                head,
                head.href() + (history ? "?tab=history" : ""),
                history ? List.of() : words.lines(plan),
                rehearsal == null ? List.of() : rows.rows(rehearsal),
                rehearsal == null
                        ? 0
                        : rehearsal.conflicts().stream().filter(Open::open).count(),
                history ? audit.history(new ObjectRef("reorganisation", id.value())) : List.of());
    }

    private List<String> marks(Plan plan) {
        var marks = plan.marks();
        var said = new ArrayList<String>();
        said.add(Texts.text("reorganisation.mark.created", Formats.dateTime(marks.createdAt()), marks.createdBy()));
        if (marks.executedAt() != null) {
            said.add(Texts.text(
                    "reorganisation.mark.executed",
                    Formats.dateTime(marks.executedAt()),
                    Objects.requireNonNullElse(marks.executedBy(), "")));
        }
        if (plan.state() == PlanState.EXECUTED && marks.undoUntil() != null) {
            var left = ChronoUnit.DAYS.between(LocalDate.now(clock), marks.undoUntil());
            said.add(
                    left < 0
                            ? Texts.text("reorganisation.mark.undo-over", Formats.date(marks.undoUntil()))
                            : Texts.text("reorganisation.mark.undo-until", Formats.date(marks.undoUntil()), left));
        }
        if (marks.undoneAt() != null) {
            said.add(Texts.text(
                    "reorganisation.mark.undone",
                    Formats.dateTime(marks.undoneAt()),
                    Objects.requireNonNullElse(marks.undoneBy(), "")));
        }
        return said;
    }
}
