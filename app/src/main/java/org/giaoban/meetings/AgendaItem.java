package org.giaoban.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One item of an agenda with the notes taken under it. */
record AgendaItem(
        UUID id,
        int position,
        String title,
        int minutes,
        @Nullable String presenter,
        boolean carried,
        Notes notes) {

    /** The notes and the version they are at; a save against an older version is kept aside. */
    record Notes(String text, int version) {

        static final Notes EMPTY = new Notes("", 0);
    }
}
