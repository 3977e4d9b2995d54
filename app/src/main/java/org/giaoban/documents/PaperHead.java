package org.giaoban.documents;

/** What stands at the head of a paper. */
public record PaperHead(String superior, String name, String symbol, String placeAndDate) {}
