package org.giaoban.reporting;

import org.springframework.context.i18n.LocaleContextHolder;

/** A name the profile gives in both languages. */
record Localised(String vi, String en) {

    String text() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? en : vi;
    }
}
