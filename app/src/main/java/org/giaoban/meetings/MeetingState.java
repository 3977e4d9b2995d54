package org.giaoban.meetings;

/** Where a meeting stands. The minutes of a closed one are locked. */
public enum MeetingState {
    PLANNED,
    RUNNING,
    CLOSED,
    CANCELLED
}
