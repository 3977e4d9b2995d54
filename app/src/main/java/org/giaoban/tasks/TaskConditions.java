package org.giaoban.tasks;

import static org.giaoban.tasks.TaskRepository.STATE;
import static org.giaoban.tasks.db.Tables.EXTENSION;
import static org.giaoban.tasks.db.Tables.ROLE;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.giaoban.access.Scope;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.TaskListing.Post;
import org.giaoban.tasks.TaskListing.Sight;
import org.giaoban.tasks.db.tables.Task;
import org.jooq.Condition;
import org.jooq.Field;

/** The conditions of the task lists: what a viewer may see in each view, and what a filter narrows that to. */
final class TaskConditions {

    private TaskConditions() {}

    /** Whole orders in the views that show orders, parts of units in the others. */
    static Condition visible(Sight sight) {
        return switch (sight.view()) {
            case MINE -> mine(sight);
            case OWED -> TASK.SEVERAL.isFalse().and(owed()).and(mine(sight).or(granted(sight, TASK.UNIT_ID)));
            case WAITING -> decidable(sight);
            case RAISED -> sight.person() == null ? falseCondition() : EscalationRepository.before(sight.person());
            case INVOLVED -> TASK.PARENT_ID.isNull().and(involved(sight));
            case UNIT -> TASK.SEVERAL.isFalse().and(granted(sight, TASK.UNIT_ID));
            case GIVEN -> TASK.PARENT_ID.isNull().and(granted(sight, TASK.GIVER_UNIT_ID));
        };
    }

    /** The parts of single units in every view: what boards, calendars and rates show. */
    static Condition parts(Sight sight) {
        var root = Task.TASK.as("root_of_part");
        return switch (sight.view()) {
            case GIVEN -> TASK.SEVERAL.isFalse().and(granted(sight, TASK.GIVER_UNIT_ID));
            case INVOLVED ->
                TASK.SEVERAL
                        .isFalse()
                        .and(exists(selectOne()
                                .from(root)
                                .join(ROLE)
                                .on(ROLE.TASK_ID.eq(root.ID))
                                .where(root.ID.eq(coalesce(TASK.PARENT_ID, TASK.ID)))
                                .and(helping(sight))));
            default -> visible(sight);
        };
    }

    static Condition owed() {
        return STATE.in(TaskState.GIVEN, TaskState.ACCEPTED, TaskState.RETURNED);
    }

    /** What waits for a decision of the giver: reports and requests for more time, of whichever unit. */
    private static Condition decidable(Sight judged) {
        var asked = exists(
                selectOne().from(EXTENSION).where(EXTENSION.TASK_ID.eq(TASK.ID)).and(EXTENSION.DECIDED_AT.isNull()));
        return TASK.SEVERAL
                .isFalse()
                .and(granted(judged, TASK.GIVER_UNIT_ID))
                .and(STATE.eq(TaskState.REPORTED).or(TASK.CLOSED_AT.isNull().and(asked)));
    }

    private static Condition involved(Sight sight) {
        return exists(selectOne().from(ROLE).where(ROLE.TASK_ID.eq(TASK.ID)).and(helping(sight)));
    }

    private static Condition helping(Sight sight) {
        var watches = sight.person() == null ? falseCondition() : ROLE.PERSON_ID.eq(sight.person());
        return watches.or(ROLE.UNIT_ID.isNotNull().and(granted(sight, ROLE.UNIT_ID)));
    }

    private static Condition granted(Sight sight, Field<UnitId> unit) {
        // "everywhere" is no condition at all, which or() would drop instead of letting it win
        return sight.scopes().stream().anyMatch(Scope::everywhere)
                ? noCondition()
                : or(sight.scopes().stream().map(scope -> scope.condition(unit)).toList());
    }

    private static Condition mine(Sight sight) {
        return sight.person() == null ? falseCondition() : answeredBy(TASK, sight.person(), sight.posts());
    }

    private static Condition answeredBy(Task task, PersonId person, List<Post> posts) {
        Condition own = task.PERSON_ID.eq(person);
        for (var post : posts) {
            own = own.or(
                    task.PERSON_ID.isNull().and(task.UNIT_ID.eq(post.unit())).and(task.POST.eq(post.post())));
        }
        return own;
    }

    /** @param posts of the person the filter asks for */
    static Condition narrowed(TaskFilter filter, List<Post> posts, LocalDate today) {
        var all = noCondition();
        var state = filter.state();
        if (state != null) {
            all = all.and(either(task -> task.STATE.eq(state.name())));
        }
        var unit = filter.unit();
        if (unit != null) {
            all = all.and(either(task -> task.UNIT_ID.eq(unit)));
        }
        var person = filter.person();
        if (person != null) {
            all = all.and(either(task -> answeredBy(task, person, posts)));
        }
        var late = filter.late();
        if (late != null) {
            all = all.and(either(task -> late(task, late, today)));
        }
        var count = filter.count();
        if (count != null) {
            all = all.and(either(task -> CountedTasks.of(task, count.name(), count.period())));
        }
        if (filter.source() != null) {
            all = all.and(TASK.SOURCE_ID.eq(filter.source()));
        }
        return filter.query() == null ? all : all.and(TASK.TITLE.containsIgnoreCase(filter.query()));
    }

    private static Condition late(Task task, TaskFilter.Lateness late, LocalDate today) {
        var open = task.REPORTED_AT.isNull().and(task.CLOSED_AT.isNull());
        return switch (late) {
            case OPEN -> task.CLOSED_AT.isNull();
            case OVERDUE -> task.DUE_ON.lt(today).and(open);
            case SOON -> task.DUE_ON.between(today, today.plusDays(Terms.SOON)).and(open);
            case EXTENDED -> task.EXTENSIONS.gt(0);
            case UNDATED -> task.DUE_ON.isNull();
        };
    }

    /** Work that was given before the months of a time line end and was not reported before they began. */
    static Condition along(YearMonth from) {
        var begin = from.atDay(1);
        var ended = coalesce(TASK.REPORTED_AT, TASK.CLOSED_AT);
        return TASK.GIVEN_AT
                .lt(instant(from.plusMonths(TaskTimeline.MONTHS).atDay(1)))
                .and(ended.isNull().or(ended.ge(instant(begin))))
                .and(TASK.STATE.ne(TaskState.CANCELLED.name()));
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(Zone.ID).toInstant();
    }

    /** True of the task itself, or, for an order to several units, of one of them. */
    private static Condition either(Function<Task, Condition> rule) {
        var child = Task.TASK.as("child");
        return TASK.SEVERAL
                .isFalse()
                .and(rule.apply(TASK))
                .or(exists(selectOne()
                        .from(child)
                        .where(child.PARENT_ID.eq(TASK.ID))
                        .and(rule.apply(child))));
    }
}
