package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.giaoban.pageimport.Found.Certainty;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.portal.ArticleId;
import org.giaoban.portal.ArticleProof;
import org.giaoban.proofreading.FoundNumber;
import org.giaoban.proofreading.Kind;
import org.giaoban.proofreading.Passage;
import org.giaoban.proofreading.Proofreader;
import org.giaoban.proofreading.Remark;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The report of one page: what was read how surely, which figures stand in the draft now, and what does not fit. */
@Component
@Transactional(readOnly = true)
class PageReading {

    private static final Set<Kind> FIGURES = EnumSet.of(Kind.FIGURE_UNBOUND, Kind.FIGURE_DIFFERS);
    private static final Set<Kind> LETTERS = EnumSet.of(Kind.SPELLING, Kind.UNICODE, Kind.ALT_MISSING);
    private static final int MOST = 200;
    private static final int AROUND = 45;

    private final PageIntake intake;
    private final ArticleProof proof;
    private final Proofreader proofreader;

    PageReading(PageIntake intake, ArticleProof proof, Proofreader proofreader) {
        this.intake = intake;
        this.proof = proof;
        this.proofreader = proofreader;
    }

    public record ReportPage(
            String href,
            String article,
            String title,
            String file,
            String at,
            String writing,
            List<Field> fields,
            List<String> captions,
            List<String> doubts,
            List<Misfit> misfits,
            int letters,
            List<Number> numbers,
            List<Picture> pictures) {}

    /** A picture of the page and what became of it. */
    public record Picture(String name, String tone, String fate, String why) {}

    /** A part of the page and how sure its reading was. */
    public record Field(String name, String value, String tone, String certainty) {}

    /** Something in the text that does not hold. */
    public record Misfit(String kind, String words, String message, boolean blocks) {}

    /** A figure in the text: bound, offered for binding, or not known to the register. */
    public record Number(
            String before, String words, String after, boolean bound, String key, String note, List<String> offers) {}

    public ReportPage page(UUID id) {
        var page = intake.get(id);
        var article = new ArticleId(page.article());
        var remarks = proof.remarks(article);
        var report = page.report();
        return new ReportPage(
                "/articles/import/" + id,
                "/articles/" + article,
                page.title(),
                page.file(),
                Formats.dateTime(page.takenAt()),
                Texts.text("pageimport.writing." + report.writing()),
                report.lines().stream().map(PageReading::field).toList(),
                report.captions(),
                report.doubts().stream()
                        .map(doubt -> Texts.text("pageimport.doubt." + doubt))
                        .toList(),
                misfits(remarks),
                (int) remarks.stream()
                        .filter(remark -> LETTERS.contains(remark.kind()))
                        .count(),
                numbers(proof.passages(article), remarks),
                report.shots().stream().map(PageReading::picture).toList());
    }

    private static Picture picture(ReceivedPage.Picture picture) {
        var tone = switch (picture.fate()) {
            case TAKEN -> "done";
            case MISSING -> "waiting";
            case REFUSED -> "late";
        };
        return new Picture(picture.name(), tone, Texts.text("pageimport.picture." + picture.fate()), picture.why());
    }

    private static Field field(ReceivedPage.Line line) {
        return new Field(
                Texts.text("pageimport.field." + line.field()),
                line.value(),
                line.certainty() == Certainty.SURE ? "done" : line.certainty() == Certainty.LIKELY ? "info" : "waiting",
                Texts.text("pageimport.certainty." + line.certainty()));
    }

    private static List<Misfit> misfits(List<Remark> remarks) {
        return remarks.stream()
                .filter(remark -> !FIGURES.contains(remark.kind()) && !LETTERS.contains(remark.kind()))
                .limit(MOST)
                .map(remark -> new Misfit(remark.kind().label(), remark.words(), remark.message(), remark.blocks()))
                .toList();
    }

    private List<Number> numbers(List<Passage> passages, List<Remark> remarks) {
        var numbers = new ArrayList<Number>();
        for (var i = 0; i < passages.size(); i++) {
            var passage = passages.get(i);
            var place = i;
            proofreader.numbers(passage).stream()
                    .limit(Math.max(0, MOST - numbers.size()))
                    .map(found -> number(passage, place, found, remarks))
                    .forEach(numbers::add);
        }
        return List.copyOf(numbers);
    }

    private static Number number(Passage passage, int place, FoundNumber found, List<Remark> remarks) {
        var text = passage.text();
        var remark = remarks.stream()
                .filter(each -> FIGURES.contains(each.kind())
                        && each.place().passage() == place
                        && each.place().from() < found.to()
                        && found.from() < each.place().to())
                .findFirst();
        return new Number(
                begin(text, found.from()),
                text.substring(found.from(), found.to()),
                end(text, found.to()),
                passage.bound().stream().anyMatch(bound -> bound.from() < found.to() && found.from() < bound.to()),
                remark.map(Remark::key).orElse(""),
                remark.map(Remark::message).orElse(""),
                remark.stream()
                        .flatMap(each -> each.mends().stream())
                        .map(mend -> mend.text())
                        .toList());
    }

    private static String begin(String text, int at) {
        var from = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
        return (from > 0 ? "… " : "") + text.substring(Math.min(from, at), at);
    }

    private static String end(String text, int at) {
        var to = at + AROUND >= text.length() ? text.length() : Math.max(at, text.lastIndexOf(' ', at + AROUND));
        return text.substring(at, to) + (to < text.length() ? " …" : "");
    }
}
