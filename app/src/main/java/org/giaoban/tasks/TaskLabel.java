package org.giaoban.tasks;

/** The words used in reviews for how a task stands against its dates. */
public enum TaskLabel {
    UNDATED,
    NOT_DUE,
    IN_TIME,
    DUE_SOON,
    OVERDUE,
    DONE_IN_TIME,
    DONE_EXTENDED,
    DONE_LATE,
    CANCELLED
}
