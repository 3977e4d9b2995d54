package org.giaoban.meetings;

/** What a conclusion is; a draft was jotted down and must become one of the others before the meeting closes. */
public enum OutcomeKind {
    DRAFT,
    DECISION,
    INFORMATION,
    TASK
}
