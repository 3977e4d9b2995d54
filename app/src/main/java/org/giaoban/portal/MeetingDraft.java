package org.giaoban.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.OutcomeKind;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes the first draft about a closed meeting: who chaired with the title of that day, which units took part, results with bound figures,
 * conclusions. It reads only outcomes marked as open; notes and internal outcomes never reach this class's text.
 */
@Service
@Transactional
class MeetingDraft {

    private static final Pattern CODE = Pattern.compile("\\{([A-Z]{2}[0-9]{2,3})}");

    private final Meetings meetings;
    private final Articles articles;
    private final BoundFigures figures;
    private final PortalSettings settings;
    private final Access access;

    MeetingDraft(Meetings meetings, Articles articles, BoundFigures figures, PortalSettings settings, Access access) {
        this.meetings = meetings;
        this.articles = articles;
        this.figures = figures;
        this.settings = settings;
        this.access = access;
    }

    ArticleId start(UUID meeting) {
        var earlier = articles.ofMeeting(meeting);
        if (earlier.isPresent()) {
            articles.writable(earlier.get());
            return earlier.get();
        }
        var report = meetings.report(new MeetingId(meeting));
        access.require(Capability.MEETING_READ, report.unit());
        if (report.state() != MeetingState.CLOSED) {
            throw new Refused("portal.draft.not-closed");
        }
        return articles.startAbout(meeting, report.unit(), story(report, settings.draftWords()));
    }

    Version.Story story(MeetingReport report, DraftWords words) {
        var names = names(report, words);
        var body = new ArrayList<String>();
        opening(report, words, names, body);
        results(report, words).forEach(body::add);
        conclusions(report, words, names, body);
        return new Version.Story(
                words.category(),
                VietnameseText.nfc(words.say("title", names)),
                VietnameseText.nfc(words.say("lead", names)),
                ArticleHtml.clean(String.join("\n", body)),
                new Version.Credit("", report.unitName()),
                new Version.Picture(null, "", ""),
                "");
    }

    private static Map<String, String> names(MeetingReport report, DraftWords words) {
        var day = LocalDate.ofInstant(report.time().startsAt(), Zone.ID);
        var names = new HashMap<String, String>();
        names.put("unit", report.unitName());
        names.put("meeting", words.running(report.title()));
        names.put("day", Texts.text(Texts.VIETNAMESE, "portal.draft.day", Formats.date(day)));
        names.put("present", String.valueOf(report.attendance().taking()));
        names.put("units", String.join("; ", report.attendance().units()));
        var chair = report.chair();
        if (chair != null) {
            names.put("chair", Texts.text(Texts.VIETNAMESE, "portal.draft.comrade", chair.name()));
            names.put("title", chair.title());
        }
        return names;
    }

    private static void opening(MeetingReport report, DraftWords words, Map<String, String> names, List<String> body) {
        var sentences = new ArrayList<String>();
        var chair = report.chair();
        if (chair != null) {
            sentences.add(words.say(chair.title().isBlank() ? "chair-untitled" : "chair", names));
        }
        if (report.attendance().taking() > 0) {
            sentences.add(words.say("attendance", names));
        }
        if (!report.attendance().units().isEmpty()) {
            sentences.add(words.say("units", names));
        }
        var items = openItems(report);
        if (!items.isEmpty()) {
            sentences.add(words.say("agenda", Map.of("items", items)));
        }
        if (!sentences.isEmpty()) {
            body.add(paragraph(String.join(" ", sentences)));
        }
    }

    /** An item is named only when something open came of it: what was dealt with inside stays inside, its title too. */
    private static String openItems(MeetingReport report) {
        return report.outcomes().stream()
                .filter(MeetingReport.Outcome::open)
                .map(MeetingReport.Outcome::itemTitle)
                .filter(title -> !title.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<String> results(MeetingReport report, DraftWords words) {
        var meetingMonth = Optional.ofNullable(report.period())
                .orElseGet(
                        () -> Period.monthOf(LocalDate.ofInstant(report.time().startsAt(), Zone.ID)));
        var month = meetingMonth.previous();
        var sentences = words.figures().stream()
                .map(sentence -> figureSentence(report, sentence, month))
                .flatMap(Optional::stream)
                .toList();
        return sentences.isEmpty()
                ? List.of()
                : List.of("<p>"
                        + DraftWords.filled(
                                HtmlUtils.htmlEscape(words.say("results", Map.of()), "UTF-8"),
                                Map.of("sentence", String.join("; ", sentences) + "."))
                        + "</p>");
    }

    /** Empty when one of the sentence's figures was not reported. */
    private Optional<String> figureSentence(MeetingReport report, DraftWords.FigureSentence sentence, Period month) {
        var period = sentence.yearToDate() ? month.yearToDate() : month;
        var values = new HashMap<String, String>();
        values.put("period", period.label(Texts.VIETNAMESE));
        for (var code : CODE.matcher(sentence.text())
                .results()
                .map(found -> found.group(1))
                .toList()) {
            var figure = figures.ifReported(report.unit(), code, period);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            values.put(code, ArticleHtml.bound(figure.get().id(), figure.get().text()));
        }
        return Optional.of(DraftWords.filled(HtmlUtils.htmlEscape(sentence.text(), "UTF-8"), values));
    }

    private static void conclusions(
            MeetingReport report, DraftWords words, Map<String, String> names, List<String> body) {
        var points = report.outcomes().stream()
                .filter(MeetingReport.Outcome::open)
                .filter(outcome -> outcome.kind() != OutcomeKind.DRAFT)
                .map(outcome -> "<li>" + HtmlUtils.htmlEscape(point(outcome, words), "UTF-8") + "</li>")
                .toList();
        if (points.isEmpty()) {
            return;
        }
        if (report.chair() != null) {
            body.add(paragraph(words.say("conclusions", names)));
        }
        body.add("<ul>" + String.join("", points) + "</ul>");
    }

    private static String point(MeetingReport.Outcome outcome, DraftWords words) {
        var text = closed(outcome.text());
        if (outcome.kind() != OutcomeKind.TASK || outcome.units().isEmpty()) {
            return text;
        }
        var units = String.join(", ", outcome.units());
        var due = outcome.dueOn();
        return due == null
                ? words.say("task-undated", Map.of("text", text, "units", units))
                : words.say("task", Map.of("text", text, "units", units, "due", Formats.date(due)));
    }

    private static String closed(String text) {
        var words = text.strip();
        return words.endsWith(".") ? words : words + ".";
    }

    private static String paragraph(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</p>";
    }
}
