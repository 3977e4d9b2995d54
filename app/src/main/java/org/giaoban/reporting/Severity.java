package org.giaoban.reporting;

/** What a finding asks for: a blocking one stops sending, one that needs a reason asks for a sentence, a note only tells. */
public enum Severity {
    BLOCKING,
    REASON,
    NOTE
}
