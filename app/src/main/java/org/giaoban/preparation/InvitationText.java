package org.giaoban.preparation;

import static org.giaoban.preparation.InvitationWords.say;

import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingPapers;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.Reach;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Component;

/** The words of a printed invitation; restricted items of the agenda are on none. */
@Component
class InvitationText {

    private final Meetings meetings;
    private final MeetingPapers papers;

    InvitationText(Meetings meetings, MeetingPapers papers) {
        this.meetings = meetings;
        this.papers = papers;
    }

    /** What all copies of one meeting have in common. */
    record Common(String host, MeetingLine line, Map<String, Object> tags) {

        Map<String, Object> model(Addressee to) {
            var model = new HashMap<>(tags);
            model.put(
                    "kinh_gui", to.to().stream().map(one -> Map.of("ten", one)).toList());
            model.put("mo_dau", say("preparation.paper.opening", host, to.invited(), line.title()));
            model.put(
                    "danh_sach",
                    to.list().stream()
                            .map(one -> Map.of("ten", one.name(), "chuc_vu", one.title()))
                            .toList());
            return model;
        }
    }

    Common of(MeetingLine line) {
        var report = meetings.report(line.id());
        var signing = papers.signing(line, report.chair());
        var tags = new HashMap<String, Object>();
        var points = points(line);
        var chair = report.chair();
        if (chair != null) {
            points.add(point("preparation.paper.chair", chair.name() + ", " + chair.title()));
        }
        tags.put("diem", points);
        tags.put(
                "chuong_trinh",
                meetings.agenda(line.id()).stream()
                        .filter(item -> item.reach() != Reach.RESTRICTED)
                        .map(item -> Map.of("noi_dung", words(item)))
                        .toList());
        tags.put("ket_thuc", say("preparation.paper.ending"));
        tags.put("tham_quyen", signing.authority());
        tags.put("chuc_vu", signing.post());
        tags.put("nguoi_ky", signing.name());
        tags.put(
                "noi_nhan",
                Stream.concat(
                                Stream.of(say("preparation.paper.as-addressed")),
                                signing.recipients().stream()
                                        .skip(Math.max(0, signing.recipients().size() - 1)))
                        .map(one -> Map.of("ten", one))
                        .toList());
        return new Common(report.unitName(), line, tags);
    }

    private static List<Map<String, String>> points(MeetingLine line) {
        var points = new ArrayList<Map<String, String>>();
        points.add(point("preparation.paper.time", when(line.startsAt())));
        if (!line.place().isBlank()) {
            points.add(point("preparation.paper.place", line.place()));
        }
        var link = line.link();
        if (link != null) {
            points.add(point("preparation.paper.link", link));
        }
        points.add(point("preparation.paper.length", say("preparation.paper.minutes", String.valueOf(line.minutes()))));
        return points;
    }

    private static Map<String, String> point(String key, String text) {
        return Map.of("ten", say(key), "noi_dung", text);
    }

    /** "07 giờ 30, thứ ba, ngày 04/12/2018". */
    private static String when(Instant moment) {
        var local = moment.atZone(Zone.ID);
        return say(
                "preparation.paper.when",
                "%02d".formatted(local.getHour()),
                "%02d".formatted(local.getMinute()),
                local.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Texts.VIETNAMESE)
                        .toLowerCase(Texts.VIETNAMESE),
                Formats.date(local.toLocalDate()));
    }

    private static String words(AgendaItem item) {
        return item.presenter() == null
                ? say("preparation.paper.item", item.title(), item.minutes())
                : say("preparation.paper.item-by", item.title(), item.minutes(), item.presenter());
    }
}
