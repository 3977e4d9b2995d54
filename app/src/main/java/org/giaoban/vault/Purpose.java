package org.giaoban.vault;

import java.util.regex.Pattern;

/** What keys are for; each purpose has keys of its own, and what was sealed for one opens for no other. */
public record Purpose(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    public Purpose {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a purpose: " + name);
        }
    }
}
