package org.giaoban.portal;

import org.giaoban.platform.Texts;

/** A heading of the public site. */
record Category(String code, String nameVi, String nameEn, Kind kind) {

    enum Kind {
        NEWS,
        NOTICE,
        EVENT
    }

    String name() {
        return Texts.language().equals("en") ? nameEn : nameVi;
    }

    Heading heading() {
        return new Heading(code, name(), href());
    }

    String href() {
        return "/tin/" + code;
    }
}
