package org.giaoban.minutes;

import org.giaoban.meetings.Reach;

/** A part of the minutes under its heading. */
record Section(int position, String heading, String text, Reach reach, int version) {

    Section(int position, String heading, String text, Reach reach) {
        this(position, heading, text, reach, 0);
    }
}
