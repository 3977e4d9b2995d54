package org.giaoban.reorganisation;

import java.util.List;

/** An event as somebody enters it. */
record NewEvent(EventKind kind, String document, String note, List<Giver> from, List<Target> to) {

    NewEvent {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    static NewEvent of(EventKind kind, List<Giver> from, List<Target> to) {
        return new NewEvent(kind, "", "", from, to);
    }
}
