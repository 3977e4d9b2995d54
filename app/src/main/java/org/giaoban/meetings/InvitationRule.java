package org.giaoban.meetings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited to meetings of a kind: a group, in units of some kinds (all below when none is named).
 *
 * @param post the post for {@code POST}
 * @param label what the guest is called for {@code GUEST}
 */
record InvitationRule(
        Who who,
        List<String> unitKinds,
        @Nullable String post,
        @Nullable String label) {

    /** The group. */
    enum Who {
        /** Everybody with a mandate in the unit that meets. */
        LEADERSHIP,
        /** The heads of units below. */
        HEADS,
        /** The holders of a post in the unit or below. */
        POST,
        /** A guest to be named. */
        GUEST
    }

    InvitationRule {
        unitKinds = List.copyOf(unitKinds);
    }
}
