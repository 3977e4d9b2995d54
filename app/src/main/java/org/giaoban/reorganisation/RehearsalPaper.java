package org.giaoban.reorganisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.documents.WordTemplates;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** The rehearsal as a Word document for the meeting that decides. */
@Component
class RehearsalPaper {

    private static final String TEMPLATE = "reorganisation-rehearsal";

    private final WordTemplates templates;
    private final Clock clock;

    RehearsalPaper(WordTemplates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    String file(RehearsalPages.Page page) {
        return Texts.text("reorganisation.paper.file") + "-"
                + page.head().plan().day() + ".docx";
    }

    byte[] docx(RehearsalPages.Page page) {
        var model = new HashMap<String, Object>();
        var terms = page.head().plan().terms();
        model.put("trich_yeu", terms.title());
        model.put("ngay_hieu_luc", Formats.date(terms.day()));
        model.put("can_cu", terms.document());
        model.put("ngay_lap", Formats.date(LocalDate.now(clock)));
        model.put("tom_tat", summary(page));
        model.put("so_luong", counts(page));
        model.put("thay_doi", changes(page));
        model.put("ban_giao", handovers(page));
        model.put("xung_dot", questions(page));
        return templates.render(TEMPLATE, model);
    }

    private static String summary(RehearsalPages.Page page) {
        return Texts.text(
                page.executable() ? "reorganisation.paper.ready" : "reorganisation.paper.not-ready",
                page.rows().size(),
                page.affected(),
                page.open());
    }

    private static List<Map<String, String>> counts(RehearsalPages.Page page) {
        return page.counts().stream()
                .map(count -> Map.of(
                        "loai", count.kind(),
                        "truoc", Formats.number(count.before()),
                        "sau", Formats.number(count.after()),
                        "tang_giam", count.change()))
                .toList();
    }

    private static List<Map<String, String>> changes(RehearsalPages.Page page) {
        return page.rows().stream()
                .map(row -> Map.of(
                        "thay_doi",
                        row.what().stream().map(RehearsalRows.Mark::word).collect(Collectors.joining(", ")),
                        "truoc",
                        side(row.before()),
                        "sau",
                        Stream.concat(Stream.of(side(row.after())), row.flows().stream())
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    private static String side(RehearsalRows.Side side) {
        return Stream.of(side.name(), side.kind(), side.above())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<Map<String, String>> handovers(RehearsalPages.Page page) {
        var lines = new ArrayList<Map<String, String>>();
        for (var part : page.parts()) {
            for (var holding : part.holdings()) {
                for (var item : holding.first()) {
                    lines.add(line(part.label(), holding.unit(), item.text(), item.becomes()));
                }
                if (holding.more() > 0) {
                    var more = Texts.text("reorganisation.rehearsal.more", holding.more(), holding.what());
                    lines.add(line(part.label(), holding.unit(), more, ""));
                }
            }
        }
        return lines;
    }

    private static Map<String, String> line(String part, String unit, String what, String becomes) {
        return Map.of("phan", part, "don_vi", unit, "noi_dung", what, "ve_dau", becomes);
    }

    private static List<Map<String, String>> questions(RehearsalPages.Page page) {
        return page.questions().stream()
                .map(question -> Map.of(
                        "cau_hoi",
                        question.sentence(),
                        "cach_chon",
                        question.choices().stream()
                                .filter(choice -> choice.value().equals(question.chosen()))
                                .findFirst()
                                .map(choice -> choice.label())
                                .orElseGet(() -> Texts.text("reorganisation.rehearsal.unsettled"))))
                .toList();
    }
}
