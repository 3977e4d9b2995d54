package org.giaoban.proceedings;

import java.util.Locale;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What one row of the roll says of somebody; those that ask wait for whoever runs the meeting. */
enum PresenceState {
    PRESENT("done"),
    ONLINE("info"),
    LEFT("neutral"),
    EXCUSED("waiting"),
    ABSENT("late"),
    ASKS_PRESENT("waiting"),
    ASKS_ONLINE("waiting"),
    ASKS_EXCUSE("waiting"),
    REFUSED("late");

    private final String tone;

    PresenceState(String tone) {
        this.tone = tone;
    }

    String tone() {
        return tone;
    }

    String word() {
        return Texts.text("proceedings.state." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    boolean here() {
        return this == PRESENT || this == ONLINE;
    }

    boolean asks() {
        return this == ASKS_PRESENT || this == ASKS_ONLINE || this == ASKS_EXCUSE;
    }

    /** What it becomes when it is accepted. */
    PresenceState granted() {
        return switch (this) {
            case ASKS_PRESENT -> PRESENT;
            case ASKS_ONLINE -> ONLINE;
            case ASKS_EXCUSE -> EXCUSED;
            default -> this;
        };
    }

    /** What the meeting's own list says of somebody; null while nothing is settled. */
    @Nullable
    Presence settled() {
        return switch (this) {
            case PRESENT, LEFT -> Presence.PRESENT;
            case ONLINE -> Presence.ONLINE;
            case EXCUSED -> Presence.EXCUSED;
            case ABSENT -> Presence.ABSENT;
            default -> null;
        };
    }

    static PresenceState of(Presence presence) {
        return valueOf(presence.name());
    }
}
