package org.giaoban.proofreading;

/** Somebody the register knows with one title held on the text's day. */
public record Official(String name, String title) {}
