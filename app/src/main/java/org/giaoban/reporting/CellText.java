package org.giaoban.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.indicators.Indicator;

/** How one cell of the grid is written: "12", "trên 7.300", "không phát sinh", "98/120" for the parts of a share. */
final class CellText {

    private CellText() {}

    static String of(Fields fields, String code) {
        String numerator = fields.get("n." + code);
        String denominator = fields.get("d." + code);
        if (!numerator.isEmpty() || !denominator.isEmpty()) {
            return numerator + "/" + denominator;
        }
        var mark = fields.mark(code);
        String value = fields.get("v." + code);
        return mark.isEmpty() ? value : (mark + " " + value).strip();
    }

    /** Without the spaces that make no difference. */
    static String plain(String typed) {
        return typed.strip().replaceAll("\\s*/\\s*", "/");
    }

    /** The fields of the form that say the same. */
    static Map<String, String> read(String text, Indicator indicator) {
        return fields(text, indicator.code(), indicator.rate() ? text.indexOf('/') : -1);
    }

    /** The same of a text whose slash always stands between the parts of a share. */
    static Map<String, String> parts(String text, String code) {
        return fields(text, code, text.indexOf('/'));
    }

    private static Map<String, String> fields(String text, String code, int slash) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("v." + code, slash < 0 ? text : "");
        fields.put("m." + code, "");
        fields.put("n." + code, slash < 0 ? "" : text.substring(0, slash));
        fields.put("d." + code, slash < 0 ? "" : text.substring(slash + 1));
        return fields;
    }
}
