package org.giaoban.minutes;

/** How far the minutes are. Adopted ones have their number; locked ones change no more. */
enum MinutesState {
    DRAFT,
    READ_OUT,
    ADOPTED,
    LOCKED
}
