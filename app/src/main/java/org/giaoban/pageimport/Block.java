package org.giaoban.pageimport;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One piece of a page as a reader sees it: a paragraph, a heading, a line, a table or the place of a picture. */
record Block(Kind kind, String text, Look look, @Nullable Element home) {

    /** What it is by the page's own marks; plain text knows only lines and places of pictures. */
    enum Kind {
        TEXT,
        HEADING,
        ITEM,
        TABLE,
        PICTURE,
        CAPTION
    }

    /** How it looks: the level of a heading, the share of its letters that are links, what its containers are called. */
    record Look(int level, double links, boolean bold, boolean italic, boolean aside, String names) {

        static final Look PLAIN = new Look(0, 0, false, false, false, "");
    }

    static Block line(Kind kind, String text) {
        return new Block(kind, text, Look.PLAIN, null);
    }

    Block with(Kind other) {
        return new Block(other, text, look, home);
    }

    int words() {
        var words = 0;
        for (var at = 0; at < text.length(); at++) {
            var begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
            words += begins && !Character.isWhitespace(text.charAt(at)) ? 1 : 0;
        }
        return words;
    }

    /** Whether it ends as sentences do. */
    boolean closed() {
        var last = text.length() - 1;
        while (last >= 0 && "”\"')/ ".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ".…!?;".indexOf(text.charAt(last)) >= 0;
    }

    boolean shouted() {
        return text.equals(text.toUpperCase(Locale.ROOT)) && text.chars().anyMatch(Character::isLetter);
    }
}
