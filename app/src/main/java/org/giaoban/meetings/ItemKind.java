package org.giaoban.meetings;

/** What is done under an agenda item; professional work of the agency has its own meetings. */
public enum ItemKind {
    PROCEDURE,
    INFORMATION,
    REPORT,
    DISCUSSION,
    REVIEW,
    STUDY,
    DECISION,
    ELECTION,
    CONCLUSION,
    PROFESSIONAL
}
