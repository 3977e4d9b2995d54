package org.giaoban.tasks;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;

/** Identity of a task. */
public record TaskId(UUID value) {

    static TaskId next() {
        return new TaskId(Uuid7.next());
    }
}
