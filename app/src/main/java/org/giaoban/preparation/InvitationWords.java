package org.giaoban.preparation;

import org.giaoban.platform.Texts;

/** Papers are written in Vietnamese whoever prints them. */
final class InvitationWords {

    private InvitationWords() {}

    static String say(String key, Object... args) {
        return Texts.text(Texts.VIETNAMESE, key, args);
    }
}
