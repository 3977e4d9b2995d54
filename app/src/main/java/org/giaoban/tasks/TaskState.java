package org.giaoban.tasks;

import java.util.EnumSet;
import java.util.Set;

/** How far a task is. A parent of several tasks stays given until the last of them is closed. */
public enum TaskState {
    GIVEN,
    ACCEPTED,
    REPORTED,
    CONFIRMED,
    RETURNED,
    CANCELLED;

    static final Set<TaskState> OPEN = EnumSet.of(GIVEN, ACCEPTED, REPORTED, RETURNED);

    /** The unit still has to act: reported work waits for the giver instead. */
    boolean owed() {
        return this == GIVEN || this == ACCEPTED || this == RETURNED;
    }

    public boolean closed() {
        return this == CONFIRMED || this == CANCELLED;
    }
}
