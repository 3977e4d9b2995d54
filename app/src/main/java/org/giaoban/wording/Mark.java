package org.giaoban.wording;

/** A vague place of a text: characters {@code from} up to, not including, {@code to}. */
public record Mark(int from, int to, Sense sense) {}
