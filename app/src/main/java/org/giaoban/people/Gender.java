package org.giaoban.people;

/** As the person's papers say. */
public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN
}
