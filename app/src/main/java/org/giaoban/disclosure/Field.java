package org.giaoban.disclosure;

import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** One thing that is asked when something is prepared for the public. */
record Field(String name, Type type, boolean required, int max) {

    enum Type {
        LINE,
        AREA,
        RICH,
        DAY,
        TIME,
        CHOICE,
        LINK,
        SLUG,
        NUMBER,
        FILE,
        PICTURE
    }

    static Field must(String name, Type type, int max) {
        return new Field(name, type, true, max);
    }

    static Field may(String name, Type type, int max) {
        return new Field(name, type, false, max);
    }

    /** What it is called where that kind of thing is asked for. */
    String label(Kind kind) {
        var own = "disclosure.field-of." + kind.key() + "." + name;
        return Texts.text(Texts.has(own) ? own : "disclosure.field." + name);
    }

    /** What stands under the field; null where nothing needs to be said. */
    @Nullable
    String help() {
        var key = "disclosure.help." + name;
        return Texts.has(key) ? Texts.text(key) : null;
    }
}
