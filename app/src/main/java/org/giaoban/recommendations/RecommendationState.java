package org.giaoban.recommendations;

import org.giaoban.platform.Texts;

/** How far a recommendation is. */
public enum RecommendationState {
    WAITING,
    TAKEN_UP,
    /** Handed to another desk or to somebody outside, and not taken up there yet. */
    PASSED_UP,
    ANSWERED,
    REFUSED,
    WITHDRAWN;

    public boolean open() {
        return this == WAITING || this == TAKEN_UP || this == PASSED_UP;
    }

    /** What the state is called on screen. */
    public String word() {
        return Texts.text("recommendations.state." + this);
    }
}
