package org.giaoban.pictures;

/** A file as somebody sent it: the name it bore and its bytes. */
public record Upload(String name, byte[] bytes) {}
