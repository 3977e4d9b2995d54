package org.giaoban.reporting;

import java.util.Optional;
import org.giaoban.spreadsheets.Spreadsheet;

/** What a workbook says it is, on its hidden sheet: whose return, which form, which period. */
record WorkbookIdentity(String unit, String form, String period, String formVersion, String token) {

    static final String SHEET = "_gb";
    static final String UNIT = "gb_unit";
    static final String FORM = "gb_form";
    static final String PERIOD = "gb_period";
    static final String FORM_VERSION = "gb_form_version";
    static final String TOKEN = "gb_token";

    static WorkbookIdentity of(String unit, Form form, String period) {
        var version = String.valueOf(form.version());
        return new WorkbookIdentity(unit, form.code(), period, version, token(unit, form.code(), period, version));
    }

    /** Empty when this is no workbook of ours. */
    static Optional<WorkbookIdentity> read(Spreadsheet book) {
        var found = new WorkbookIdentity(
                text(book, UNIT), text(book, FORM), text(book, PERIOD), text(book, FORM_VERSION), text(book, TOKEN));
        boolean ours = !found.unit.isEmpty() && !found.form.isEmpty() && !found.period.isEmpty();
        return ours ? Optional.of(found) : Optional.empty();
    }

    private static String text(Spreadsheet book, String name) {
        return book.at(name).text().strip();
    }

    /** Guards against a hidden cell changed by hand, not against an enemy: what a viewer may send is asked separately. */
    boolean genuine() {
        return token.equals(token(unit, form, period, formVersion));
    }

    private static String token(String unit, String form, String period, String version) {
        return Content.sha256(String.join("\n", unit, form, period, version)).substring(0, 16);
    }
}
