package org.giaoban.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;

/** A kind of meeting of the profile, with its rules as of one day. */
record MeetingKind(
        String code,
        String nameVi,
        String nameEn,
        Period.@Nullable Kind period,
        boolean briefing,
        int place,
        Nature nature,
        Version version) {

    /** Whose meeting it is: the Party's, the agency's own, or both by their nature. */
    enum Nature {
        PARTY,
        PROFESSIONAL,
        JOINT
    }

    /** The rules that hold from a day on, until the next version. */
    record Version(
            LocalDate validFrom,
            String basis,
            String title,
            int minutes,
            Notice notice,
            Rules rules,
            List<Template> agenda,
            List<InvitationRule> invited) {

        Version {
            agenda = List.copyOf(agenda);
            invited = List.copyOf(invited);
        }
    }

    /** How early the invited hear of it, when it may decide, and whether it is scored. */
    record Rules(int noticeDays, QuorumRule quorum, boolean scoreSheet) {}

    /** How the conclusion notice of such meetings is signed and to whom it goes, one recipient a line. */
    record Notice(
            String authority,
            @Nullable String signerKind,
            @Nullable String signerPost,
            String recipients) {}

    /** One item of the template; {@code {period}} and {@code {previous}} stand for the months' names. */
    record Template(
            String title,
            int minutes,
            @Nullable String presenter,
            boolean carried,
            ItemKind kind,
            boolean mandatory,
            int leastMinutes) {

        AgendaItem.More more() {
            return new AgendaItem.More(kind, mandatory, leastMinutes, null, null, Reach.INTERNAL, null);
        }
    }

    static final LocalTime MORNING = LocalTime.of(7, 30);
    static final LocalTime EVENING = LocalTime.of(17, 0);

    private static final Locale VIETNAMESE = Locale.of("vi");

    String name(String language) {
        return language.equals("en") ? nameEn : nameVi;
    }

    String title() {
        return version.title;
    }

    int minutes() {
        return version.minutes;
    }

    Notice notice() {
        return version.notice;
    }

    List<Template> agenda() {
        return version.agenda;
    }

    Rules rules() {
        return version.rules;
    }

    /** The kind's period a day lies in; none for kinds without. */
    @Nullable
    Period periodOf(LocalDate day) {
        if (period == null) {
            return null;
        }
        return switch (period) {
            case MONTH -> Period.monthOf(day);
            case QUARTER -> Period.quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
            default -> Period.ofYear(day.getYear());
        };
    }

    static String fill(String template, @Nullable Period period) {
        if (period == null) {
            return template.replace("{period}", "").replace("{previous}", "").strip();
        }
        return template.replace("{period}", period.label(VIETNAMESE))
                .replace("{previous}", period.previous().label(VIETNAMESE));
    }
}
