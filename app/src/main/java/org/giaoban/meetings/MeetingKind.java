package org.giaoban.meetings;

import java.util.List;
import java.util.Locale;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;

/** A kind of meeting of the profile with its template agenda. */
record MeetingKind(
        String code,
        String nameVi,
        String nameEn,
        String title,
        Period.@Nullable Kind period,
        int minutes,
        boolean briefing,
        int place,
        Notice notice,
        List<Template> agenda) {

    /** How the conclusion notice of such meetings is signed and to whom it goes, one recipient a line. */
    record Notice(
            String authority,
            @Nullable String signerKind,
            @Nullable String signerPost,
            String recipients) {}

    /** One item of the template; {@code {period}} and {@code {previous}} stand for the months' names. */
    record Template(String title, int minutes, @Nullable String presenter, boolean carried) {}

    private static final Locale VIETNAMESE = Locale.of("vi");

    MeetingKind {
        agenda = List.copyOf(agenda);
    }

    String name(String language) {
        return language.equals("en") ? nameEn : nameVi;
    }

    static String fill(String template, @Nullable Period period) {
        if (period == null) {
            return template.replace("{period}", "").replace("{previous}", "").strip();
        }
        return template.replace("{period}", period.label(VIETNAMESE))
                .replace("{previous}", period.previous().label(VIETNAMESE));
    }
}
