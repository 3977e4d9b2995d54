package org.giaoban.preparation;

import java.time.Instant;

/** A notice that went out: its words are the changes or the reason. */
record Told(int sequence, Invitation.Kind kind, String words, int persons, String byName, Instant at) {}
