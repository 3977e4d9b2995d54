package org.giaoban.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingReport.Outcome;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words of a conclusion notice. Papers are in Vietnamese whatever the viewer reads. */
@Component
class NoticeText {

    private final KindRepository kinds;
    private final Organization organization;
    private final Mandates mandates;
    private final MeetingNames names;

    NoticeText(KindRepository kinds, Organization organization, Mandates mandates, MeetingNames names) {
        this.kinds = kinds;
        this.organization = organization;
        this.mandates = mandates;
        this.names = names;
    }

    String title(MeetingReport report) {
        return say("meetings.notice.title", report.title());
    }

    String opening(MeetingReport report) {
        var chair = report.chair();
        var by = chair == null ? report.unitName() : chair.name() + ", " + chair.title();
        return say(
                "meetings.notice.opening",
                Formats.date(report.time().startsAt()),
                report.place(),
                report.unitName(),
                report.title(),
                by,
                report.attendance().taking());
    }

    String ending() {
        return say("meetings.notice.ending");
    }

    List<Map<String, String>> conclusions(MeetingReport report) {
        return report.outcomes().stream()
                .filter(one -> one.kind() == OutcomeKind.DECISION || one.kind() == OutcomeKind.INFORMATION)
                .map(one -> Map.of("noi_dung", one.text()))
                .toList();
    }

    List<Map<String, String>> orders(MeetingReport report) {
        var rows = new ArrayList<Map<String, String>>();
        report.outcomes().stream()
                .filter(one -> one.kind() == OutcomeKind.TASK)
                .forEach(one -> rows.add(Map.of(
                        "stt", String.valueOf(rows.size() + 1),
                        "noi_dung", one.text(),
                        "don_vi", who(one),
                        "thoi_han", one.dueOn() == null ? say("meetings.notice.undated") : Formats.date(one.dueOn()),
                        "san_pham", one.measure() == null ? "" : one.measure())));
        return rows;
    }

    private static String who(Outcome order) {
        var units = String.join(", ", order.units());
        if (order.answerable().isEmpty()) {
            return units;
        }
        return units.isEmpty() ? order.answerable() : units + " (" + order.answerable() + ")";
    }

    /** Signed for the committee by the head of its office when the kind of meeting says so, else by the chair. */
    Map<String, Object> signature(Meeting meeting) {
        var notice = kinds.find(meeting.plan().kind(), meeting.day())
                .map(MeetingKind::notice)
                .orElse(new MeetingKind.Notice("", null, null, ""));
        var signer = signer(meeting.unit(), notice);
        var chair = names.chair(meeting.plan().chair(), meeting.day());
        var name = signer != null
                ? names.people(List.of(signer.person())).getOrDefault(signer.person(), "")
                : chair == null ? "" : chair.name();
        var post = signer != null ? mandates.postName(signer.post()) : chair == null ? "" : chair.title();
        return Map.of(
                "tham_quyen", notice.authority(),
                "chuc_vu", post.toUpperCase(Locale.of("vi")),
                "nguoi_ky", name,
                "noi_nhan",
                        notice.recipients()
                                .lines()
                                .map(line -> Map.of("ten", line))
                                .toList());
    }

    private @Nullable Mandate signer(UnitId unit, MeetingKind.Notice notice) {
        var kind = notice.signerKind();
        var post = notice.signerPost();
        if (kind == null || post == null) {
            return null;
        }
        return organization.children(unit, names.today()).stream()
                .filter(child -> child.kind().equals(kind))
                .flatMap(office -> mandates.holder(office.id(), post, names.today()).stream())
                .findFirst()
                .orElse(null);
    }

    private static String say(String key, Object... args) {
        return Texts.text(Texts.VIETNAMESE, key, args);
    }
}
