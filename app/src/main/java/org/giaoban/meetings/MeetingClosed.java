package org.giaoban.meetings;

import java.time.Instant;
import org.giaoban.kernel.UnitId;

/** A meeting was closed: its minutes are locked and its tasks are given. */
public record MeetingClosed(MeetingId meeting, UnitId unit, Instant at) {}
