package org.giaoban.pictures;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells a picture that is something else as well: a page, a program or an archive that hides behind the pixels. */
final class Disguise {

    private static final List<String> PAGES = List.of(
            "<script",
            "<html",
            "<svg ",
            "<svg>",
            "<!doctype",
            "<iframe",
            "<?php",
            "javascript:",
            "%pdf-",
            "onerror=",
            "onload=");

    private static final String END_OF_ZIP = "PK\u0005\u0006";
    private static final List<String> ARCHIVES =
            List.of("PK\u0003\u0004", END_OF_ZIP, "Rar!\u001a", "7z\u00bc\u00af\u0027\u001c");

    /** An archive says where it ends within its last 64 kB. */
    private static final int ZIP_TAIL = 65_557;

    private static final int LOOK = 1024;

    private Disguise() {}

    /** In the parts of a file that are no picture. */
    static boolean inside(byte[] foreign) {
        var text = new String(foreign, StandardCharsets.ISO_8859_1);
        var small = text.toLowerCase(Locale.ROOT);
        return PAGES.stream().anyMatch(small::contains) || ARCHIVES.stream().anyMatch(text::contains);
    }

    static boolean archive(byte[] file) {
        var from = Math.max(0, file.length - ZIP_TAIL);
        return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1).contains(END_OF_ZIP);
    }

    /** A drawing made of text, in whichever encoding. */
    static boolean drawing(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, LOOK), StandardCharsets.ISO_8859_1);
        return head.replace("\0", "").toLowerCase(Locale.ROOT).contains("<svg");
    }
}
