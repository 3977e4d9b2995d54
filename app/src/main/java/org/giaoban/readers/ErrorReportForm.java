package org.giaoban.readers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** An error report as typed. */
record ErrorReportForm(String quote, String remark) {

    private static final int LONGEST_QUOTE = 500;
    private static final int LONGEST_REMARK = 1_000;

    static ErrorReportForm of(@Nullable String quote, @Nullable String remark) {
        var words = Typed.text(quote);
        return new ErrorReportForm(
                words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) : words, Typed.text(remark));
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (remark.isEmpty()) {
            errors.put("remark", Texts.text("readers.report.remark-missing"));
        } else if (remark.length() > LONGEST_REMARK) {
            errors.put("remark", Texts.text("readers.form.too-long", LONGEST_REMARK));
        }
        return errors;
    }
}
