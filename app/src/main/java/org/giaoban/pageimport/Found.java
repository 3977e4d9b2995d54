package org.giaoban.pageimport;

/** A part of a page and how sure the reading of it is. */
record Found<T>(T value, Certainty certainty) {

    /** How much a reading deserves to be believed. */
    enum Certainty {
        SURE,
        LIKELY,
        GUESSED
    }

    static <T> Found<T> sure(T value) {
        return new Found<>(value, Certainty.SURE);
    }

    static <T> Found<T> likely(T value) {
        return new Found<>(value, Certainty.LIKELY);
    }

    static <T> Found<T> guessed(T value) {
        return new Found<>(value, Certainty.GUESSED);
    }
}
