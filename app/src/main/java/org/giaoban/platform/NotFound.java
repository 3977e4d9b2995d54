package org.giaoban.platform;

/** The thing asked for does not exist, or this viewer may not know that it does; both look the same (404). */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(Object what) {
        super(String.valueOf(what));
    }
}
