package org.giaoban.proceedings;

import java.util.Optional;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Together;
import org.giaoban.proceedings.Roll.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the invited say of themselves: here, by the code on the wall; here, to be confirmed; cannot come; gone. What two hundred
 * phones say at one moment is written together; each is answered when it is on the disk.
 */
@Service
class OwnPresence {

    private final CurrentViewer viewer;
    private final Together<Tap, Outcome> taps;

    OwnPresence(CurrentViewer viewer, TapWriter writer) {
        this.viewer = viewer;
        taps = new Together<>("check-ins", Tap::whose, writer::write);
    }

    /** Here: at once with the code of the moment; without one, as soon as whoever runs the meeting confirms. */
    Outcome here(MeetingId id, boolean online, String code) {
        var asked = online ? PresenceState.ASKS_ONLINE : PresenceState.ASKS_PRESENT;
        return tap(id, code.isBlank() ? asked : PresenceState.PRESENT, code, null);
    }

    /** Cannot come, and says why; before the meeting or while it runs. */
    Outcome excuse(MeetingId id, String reason) {
        return tap(id, PresenceState.ASKS_EXCUSE, "", reason);
    }

    Outcome leave(MeetingId id) {
        return tap(id, PresenceState.LEFT, "", null);
    }

    private Outcome tap(MeetingId id, PresenceState state, String code, @Nullable String reason) {
        var by = viewer.get();
        var person = Optional.ofNullable(by.person()).orElseThrow(() -> new NotFound(id));
        return taps.ask(new Tap(id, person, by, state, code, reason));
    }
}
