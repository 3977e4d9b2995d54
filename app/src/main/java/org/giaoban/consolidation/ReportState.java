package org.giaoban.consolidation;

import org.giaoban.platform.Texts;

/** How far a level's consolidated report is. */
enum ReportState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED;

    /** Whether the level above counts with what was sent. */
    boolean stands() {
        return this == SUBMITTED || this == ACCEPTED;
    }

    String word() {
        return Texts.text("consolidation.state." + this);
    }

    String tone() {
        return switch (this) {
            case DRAFT -> "none";
            case SUBMITTED -> "waiting";
            case RETURNED -> "late";
            case ACCEPTED -> "done";
        };
    }
}
