package org.giaoban.meetings;

/** Where a meeting stands. A draft is seen only by those who prepare it; the minutes of a closed one are locked. */
public enum MeetingState {
    DRAFT,
    PLANNED,
    RUNNING,
    CLOSED,
    CANCELLED
}
