package org.giaoban.minutes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Concluded;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingPapers;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.OutcomeKind;
import org.giaoban.meetings.Reach;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** The words of a conclusion notice. What is restricted is in none, what is not marked public not in the public part. */
@Component
class NoticeText {

    private static final String ARCHIVE = "lưu";

    private final MeetingPapers papers;
    private final Organization organization;

    NoticeText(MeetingPapers papers, Organization organization) {
        this.papers = papers;
        this.organization = organization;
    }

    /** Who the notice is for. */
    enum Part {
        WHOLE,
        PUBLIC
    }

    Map<String, Object> model(MeetingReport report, MeetingLine line, Part part) {
        var concluded = papers.conclusions(line).stream()
                .filter(one -> leaves(one, part))
                .toList();
        var signing = papers.signing(line, report.chair());
        var model = new HashMap<String, Object>();
        model.put("mo_dau", opening(report));
        model.put("ket_luan", conclusions(concluded));
        model.put("nhiem_vu", orders(concluded));
        model.put("ket_thuc", Say.it("minutes.notice.ending"));
        model.put("tham_quyen", signing.authority());
        model.put("chuc_vu", signing.post().toUpperCase(Texts.VIETNAMESE));
        model.put("nguoi_ky", signing.name());
        model.put(
                "noi_nhan",
                recipients(signing.recipients(), concluded, line).stream()
                        .map(one -> Map.of("ten", one))
                        .toList());
        return model;
    }

    static boolean leaves(Concluded one, Part part) {
        return one.reach() != Reach.RESTRICTED && (part == Part.WHOLE || one.publishable());
    }

    private static String opening(MeetingReport report) {
        var chair = report.chair();
        return Say.it(
                "minutes.notice.opening",
                Formats.date(report.time().startsAt()),
                report.place(),
                report.unitName(),
                report.title(),
                chair == null ? report.unitName() : chair.name() + ", " + chair.title(),
                report.attendance().taking());
    }

    private static List<Map<String, String>> conclusions(List<Concluded> all) {
        return all.stream()
                .filter(one -> one.kind() == OutcomeKind.DECISION || one.kind() == OutcomeKind.INFORMATION)
                .map(one -> Map.of("noi_dung", one.text()))
                .toList();
    }

    private static List<Map<String, String>> orders(List<Concluded> all) {
        return all.stream()
                .filter(one -> one.kind() == OutcomeKind.TASK)
                .map(one -> Map.of(
                        "noi_dung", one.text(),
                        "don_vi", who(one.duty()),
                        "thoi_han", one.duty().due(),
                        "san_pham", product(one.duty())))
                .toList();
    }

    private static String who(Concluded.Duty duty) {
        var helping = duty.more().helping();
        return helping.isEmpty() ? duty.who() : duty.who() + "; " + Say.it("minutes.notice.helping", helping);
    }

    /** What is handed over, and how it is measured. */
    private static String product(Concluded.Duty duty) {
        var product = duty.more().product();
        return product.isEmpty() ? duty.measure() : product + "; " + duty.measure();
    }

    /** The fixed list with the units that were given work before the line that says where it is filed. */
    private List<String> recipients(List<String> fixed, List<Concluded> all, MeetingLine line) {
        var units = new LinkedHashSet<UnitId>();
        all.forEach(one -> units.addAll(one.duty().units()));
        var given = units(units, line);
        var lines = new ArrayList<String>();
        fixed.stream().filter(one -> !files(one)).forEach(lines::add);
        if (!given.isEmpty()) {
            lines.add(Say.it("minutes.notice.units", given));
        }
        fixed.stream().filter(NoticeText::files).forEach(lines::add);
        return lines;
    }

    private static boolean files(String line) {
        return line.toLowerCase(Texts.VIETNAMESE).startsWith(ARCHIVE);
    }

    private String units(Set<UnitId> units, MeetingLine line) {
        var names = organization.shortNames(List.copyOf(units), line.day());
        return String.join(
                ", ", units.stream().map(unit -> names.getOrDefault(unit, "?")).toList());
    }
}
