package org.giaoban.organization;

/** How somebody came to a post. */
public enum Method {
    ELECTED,
    BY_ELECTION,
    APPOINTED,
    ASSIGNED,
    CONCURRENT
}
