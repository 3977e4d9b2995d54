package org.giaoban.proceedings;

import org.giaoban.platform.Texts;

/** What came of a tap on a phone, as the page that follows says it. */
enum SeatNews {
    HERE("proceedings.flash.here"),
    ASKED("proceedings.flash.asked"),
    ALREADY("proceedings.flash.already-here"),
    EXCUSE("proceedings.flash.excuse-asked"),
    LEFT("proceedings.flash.left"),
    FLOOR("proceedings.flash.floor-asked");

    private final String key;

    SeatNews(String key) {
        this.key = key;
    }

    String text() {
        return Texts.text(key);
    }
}
