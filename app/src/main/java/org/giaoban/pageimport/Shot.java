package org.giaoban.pageimport;

import java.util.List;

/** A picture in the text of a page: where its file may lie, what is said in its place, and what stands under it. */
record Shot(List<String> references, String alt, String caption) {

    /** How it is called in a report. */
    String name() {
        var first = references.getFirst();
        if (first.startsWith("data:")) {
            return first.substring(0, Math.min(first.length(), 20)) + "…";
        }
        var path = first.replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
