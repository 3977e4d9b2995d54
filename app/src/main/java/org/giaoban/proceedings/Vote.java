package org.giaoban.proceedings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vote by show of hands.
 *
 * @param entitled all who may vote
 * @param present those of them who were here when hands were raised
 * @param needed how many hands it took by the rule of that day
 * @param quorate whether the meeting could decide then
 * @param carried whether enough hands were raised in favour
 * @param arithmetic how that was worked out, in words
 * @param struck why it does not count; null when it does
 */
public record Vote(
        UUID id,
        UUID item,
        String question,
        int inFavour,
        int against,
        int abstained,
        int entitled,
        int present,
        int needed,
        boolean quorate,
        boolean carried,
        String arithmetic,
        Instant at,
        @Nullable String struck) {

    /** Those here who raised no hand at all. */
    public int silent() {
        return present - inFavour - against - abstained;
    }

    /** The question is decided: enough hands, enough people, and not struck out. */
    public boolean valid() {
        return carried && quorate && struck == null;
    }
}
