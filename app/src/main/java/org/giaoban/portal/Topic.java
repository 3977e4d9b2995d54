package org.giaoban.portal;

import org.giaoban.platform.Texts;

/** A thread through several categories: a campaign, a congress, a storm. */
record Topic(String code, String nameVi, String nameEn, boolean closed) {

    String name() {
        return Texts.language().equals("en") ? nameEn : nameVi;
    }

    String href() {
        return "/chu-de/" + code;
    }
}
