package org.giaoban.proofreading;

import java.util.List;

/** One thing to look at again. The key stays the same as long as the marked words and their fault do. */
public record Remark(
        String key, Kind kind, Severity severity, Place place, String words, String message, List<Mend> mends) {

    public Remark {
        mends = List.copyOf(mends);
    }

    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }
}
