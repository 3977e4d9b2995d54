package org.giaoban.personaldata;

import org.giaoban.platform.Texts;

/** What somebody may ask about their own data. */
enum RequestKind {
    ACCESS,
    RECTIFY,
    EXPORT,
    RESTRICT,
    WITHDRAW,
    OBJECT,
    ERASE;

    String word() {
        return Texts.text("personaldata.kind." + name());
    }

    String explained() {
        return Texts.text("personaldata.kind-help." + name());
    }
}
