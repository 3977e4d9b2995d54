package org.giaoban.tasks;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.TaskLists.Part;
import org.giaoban.tasks.TaskLists.Parts;
import org.springframework.stereotype.Component;

/** Which column of the board each task may be moved to by the viewer: by its button, or by dragging it there. */
@Component
class TaskMoves {

    /** The columns of the board, in order. */
    static final List<TaskState> COLUMNS =
            List.of(TaskState.GIVEN, TaskState.ACCEPTED, TaskState.REPORTED, TaskState.RETURNED, TaskState.CONFIRMED);

    private final TaskRights rights;

    TaskMoves(TaskRights rights) {
        this.rights = rights;
    }

    /**
     * A way to another column.
     *
     * @param sends whether the button does it at once; otherwise it leads to the form that asks for words or files first
     */
    record Move(TaskState to, String label, String href, boolean sends) {}

    /** A task on the board. */
    record Card(Part part, List<Move> moves) {}

    List<Card> cards(Parts parts, TaskState state) {
        return parts.items().stream()
                .filter(part -> part.task().state() == state)
                .map(part -> new Card(part, moves(part.task())))
                .toList();
    }

    private List<Move> moves(Task task) {
        var moves = new ArrayList<Move>();
        var page = "/tasks/" + task.id();
        if (task.state().owed() && rights.doer(task)) {
            if (task.state() == TaskState.GIVEN) {
                moves.add(move(TaskState.ACCEPTED, page + "/accept", true));
            }
            moves.add(move(TaskState.REPORTED, page + "#report", false));
        }
        if (task.state() == TaskState.REPORTED && rights.giver(task)) {
            moves.add(move(TaskState.CONFIRMED, page + "/confirm", true));
            moves.add(move(TaskState.RETURNED, page + "#return", false));
        }
        return moves;
    }

    private static Move move(TaskState to, String href, boolean sends) {
        return new Move(to, Texts.text("tasks.move." + to.name().toLowerCase(java.util.Locale.ROOT)), href, sends);
    }
}
