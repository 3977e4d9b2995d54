package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of one return shows. */
public record ReturnPage(
        Head head,
        List<Group> groups,
        List<Section> sections,
        List<Row> requests,
        List<String> addressees,
        Map<String, String> marks,
        Notes notes) {

    /** Title line, state and what the viewer may do now. */
    public record Head(
            String href,
            String title,
            String unitName,
            String formName,
            State state,
            String due,
            int version,
            Rights rights) {}

    /** The state as a word with its tone, who moved it there, and the office's comment. */
    public record State(
            ReturnState value,
            String tone,
            String word,
            String said,
            @Nullable String comment) {}

    /** Which buttons there are. */
    public record Rights(boolean edit, boolean accept, boolean reopen) {}

    /** Indicators under one heading, how many of them are answered, how many are faulty. */
    public record Group(int number, String name, List<Line> lines, int answered, int faulty) {

        boolean whole() {
            return answered == lines.size() && faulty == 0;
        }
    }

    /** One indicator: its words, last period beside, what is typed, and what is wrong with it. */
    public record Line(Words words, String last, Typed typed, List<Remark> remarks) {}

    /** How the catalogue words it; {@code parts} when numerator and denominator are asked. */
    public record Words(String code, String name, String unit, String definition, boolean parts, String figure) {}

    /** The typed text of each field. */
    public record Typed(String value, String mark, String numerator, String denominator, String reason, String share) {}

    /** A finding beside its cell; tone error, warn or note. */
    public record Remark(String tone, String text) {}

    /** A part in words. */
    public record Section(String code, String name, String help, String text) {}

    /** One request. */
    public record Row(int number, String text, String addressee) {}

    /** What is listed on top: errors by field, what lacks, remarks without a cell, and an unsaved draft. */
    public record Notes(
            Map<String, String> errors,
            List<String> missing,
            List<Remark> remarks,
            @Nullable String draft) {}
}
