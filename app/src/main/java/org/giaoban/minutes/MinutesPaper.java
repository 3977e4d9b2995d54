package org.giaoban.minutes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.giaoban.documents.PaperHead;
import org.giaoban.meetings.Reach;
import org.giaoban.minutes.RemarkRepository.Role;
import org.giaoban.minutes.RemarkRepository.Signature;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;

/** Minutes as the office prints them, in Word and as the parts of a PDF. */
@Component
class MinutesPaper {

    private static final String TYPE = "bien-ban";
    private static final String TEMPLATE = "meeting-minutes";

    private final Documents documents;
    private final RemarkRepository remarks;

    MinutesPaper(Documents documents, RemarkRepository remarks) {
        this.documents = documents;
        this.remarks = remarks;
    }

    /** A paragraph: a heading in bold, or text. */
    public record Paragraph(String bold, String plain) {}

    /** Everything that is printed. */
    public record Print(PaperHead head, Minutes minutes, List<Paragraph> paragraphs, Map<String, Object> tags) {

        public String tag(String name) {
            return String.valueOf(tags.get(name));
        }

        /** The texts of a repeated tag. */
        public List<String> lines(String name) {
            return ((List<?>) java.util.Objects.requireNonNull(tags.get(name)))
                    .stream()
                            .map(line -> String.valueOf(
                                    ((Map<?, ?>) line).values().iterator().next()))
                            .toList();
        }
    }

    byte[] word(Minutes minutes, List<Section> sections) {
        return documents.render(paper(minutes, sections), number(minutes));
    }

    Print print(Minutes minutes, List<Section> sections) {
        var paper = paper(minutes, sections);
        return new Print(
                documents.head(paper, number(minutes)),
                minutes,
                paragraphs(sections),
                paper.paper().model());
    }

    private static @org.jspecify.annotations.Nullable Integer number(Minutes minutes) {
        var number = minutes.number();
        return number == null ? null : number.number();
    }

    private NewDocument paper(Minutes minutes, List<Section> sections) {
        return new NewDocument(
                minutes.unit(),
                TYPE,
                minutes.facts().title(),
                minutes.facts().day(),
                new About(MinutesDoor.object(minutes.meeting()), minutes.facts().title(), minutes.href()),
                "minutes:" + minutes.meeting().value(),
                new Paper(TEMPLATE, model(minutes, sections)));
    }

    private Map<String, Object> model(Minutes minutes, List<Section> sections) {
        var model = new HashMap<String, Object>();
        model.put(
                "doan",
                paragraphs(sections).stream()
                        .map(one -> Map.of("dam", one.bold(), "thuong", one.plain()))
                        .toList());
        model.put("ket_thuc", ending(minutes));
        model.put("thu_ky", minutes.secretary().name());
        model.put("chu_tri", minutes.chair().name());
        model.put("chuc_vu", minutes.chair().title());
        var signed = remarks.signatures(minutes.meeting());
        model.put("ky_thu_ky", signature(signed, Role.SECRETARY));
        model.put("ky_chu_tri", signature(signed, Role.CHAIR));
        model.put(
                "bo_sung",
                remarks.addenda(minutes.meeting()).stream()
                        .map(one -> Map.of(
                                "noi_dung",
                                Say.it("minutes.paper.addendum", one.text(), one.by(), Formats.dateTime(one.at()))))
                        .toList());
        model.put(
                "noi_nhan",
                List.of(Map.of("ten", Say.it("minutes.paper.to")), Map.of("ten", Say.it("minutes.paper.file"))));
        model.put("ma_bam", minutes.hash() == null ? "" : Say.it("minutes.paper.hash", minutes.hash()));
        return model;
    }

    private static List<Paragraph> paragraphs(List<Section> sections) {
        var paragraphs = new ArrayList<Paragraph>();
        for (var section : sections) {
            paragraphs.add(new Paragraph(section.position() + ". " + section.heading(), ""));
            section.text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> paragraphs.add(new Paragraph("", line)));
        }
        return paragraphs;
    }

    private static String ending(Minutes minutes) {
        var adopted = minutes.moments().adopted();
        return adopted == null
                ? Say.it("minutes.paper.not-adopted")
                : Say.it("minutes.paper.adopted", Say.moment(adopted));
    }

    private static String signature(List<Signature> signed, Role role) {
        return signed.stream()
                .filter(one -> one.role() == role)
                .map(one -> Say.it("minutes.paper.signed", Formats.dateTime(one.at())))
                .findFirst()
                .orElse("");
    }

    /** What may be printed for those who may not read restricted items. */
    static List<Section> open(List<Section> sections) {
        return sections.stream().filter(one -> one.reach() != Reach.RESTRICTED).toList();
    }
}
