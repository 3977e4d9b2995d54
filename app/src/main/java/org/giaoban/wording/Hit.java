package org.giaoban.wording;

/** A phrase found in a text, from its first to its last word. */
record Hit(Sense sense, int first, int last) {

    boolean covers(int word) {
        return first <= word && word <= last;
    }

    /** Whether it may stand before the verb of a sentence without being its verb. */
    boolean leads() {
        return switch (sense) {
            case ACTOR, NOBODY, DATE, MENTION, TURN -> true;
            default -> false;
        };
    }
}
