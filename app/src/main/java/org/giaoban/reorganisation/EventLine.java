package org.giaoban.reorganisation;

import java.util.List;

/** An event as a sentence: what happens, to whom, and what comes of it. */
record EventLine(String id, String kind, String icon, List<Party> from, List<Party> to, String document, String note) {

    /** A unit that gives or takes; the detail says the share, the new kind, the new place. */
    public record Party(String name, String code, String detail) {}
}
