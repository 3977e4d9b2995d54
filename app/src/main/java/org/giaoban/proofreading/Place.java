package org.giaoban.proofreading;

/** Where a remark stands: characters {@code from} up to, not including, {@code to} of a passage, counted from nought. */
public record Place(int passage, int from, int to) {}
