package org.giaoban.search;

/** A thing found: what it is called, a line that tells it apart, and where it is. */
public record SearchHit(String title, String detail, String href) {}
