package org.giaoban.vault;

/** A sealed value or key that does not open: it was changed, stands in a place that is not its own, or belongs to another key file. */
public class NotAuthentic extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NotAuthentic(String message) {
        super(message);
    }

    NotAuthentic(String message, Throwable cause) {
        super(message, cause);
    }
}
