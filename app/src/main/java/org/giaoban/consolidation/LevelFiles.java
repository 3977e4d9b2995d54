package org.giaoban.consolidation;

import static org.giaoban.platform.Texts.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.audit.ObjectRef;
import org.giaoban.consolidation.LevelPages.Line;
import org.giaoban.consolidation.LevelPages.Page;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.Linked;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.TableExport;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A level's report as a file: what its page shows, figures with their passports, lists and parts in words. */
@Component
class LevelFiles {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Documents documents;
    private final SiteAddress site;
    private final Clock clock;

    LevelFiles(Documents documents, SiteAddress site, Clock clock) {
        this.documents = documents;
        this.site = site;
        this.clock = clock;
    }

    /** As .docx, .csv or, for anything else, .xlsx. */
    ResponseEntity<byte[]> of(Page page, String format) {
        return format.equals("docx")
                ? TableExport.file(name(page) + ".docx", DOCX, documents.render(paper(page), null))
                : table(page).as(format);
    }

    private static String name(Page page) {
        var target = page.head().target();
        return "tong-hop-" + target.unit().code() + "-" + target.form().code() + "-"
                + target.period().code();
    }

    private static TableExport table(Page page) {
        var headers = List.of(
                text("consolidation.column.code"),
                text("consolidation.column.indicator"),
                text("consolidation.column.measure"),
                text("consolidation.column.figure"),
                text("consolidation.column.heard"),
                text("consolidation.column.now"));
        var rows = new ArrayList<List<?>>();
        page.lines().forEach(line -> rows.add(row(line)));
        page.sections().stream()
                .filter(section -> !section.text().isBlank())
                .forEach(section -> rows.add(List.of(section.code(), section.name(), "", section.text(), "", "")));
        return new TableExport(name(page), headers, rows);
    }

    private static List<?> row(Line line) {
        var now = line.saidNow();
        var href = line.href();
        var said = line.said().cell();
        return List.of(
                line.code(),
                line.name(),
                line.measure(),
                href == null ? said : new TableExport.Linked(said, href),
                line.heard(),
                now == null ? "" : href == null ? now.cell() : new TableExport.Linked(now.cell(), href));
    }

    private NewDocument paper(Page page) {
        var target = page.head().target();
        var title = text("consolidation.paper", target.form().name(), target.label());
        var about = new ObjectRef("level", new UUID(0, 0));
        return new NewDocument(
                target.unit().id(),
                "bao-cao",
                title,
                LocalDate.now(clock),
                new About(about, title, target.href()),
                target.href(),
                new Paper("consolidated-report", model(page)));
    }

    private Map<String, Object> model(Page page) {
        var target = page.head().target();
        var model = new HashMap<String, Object>();
        model.put("ky", target.label());
        model.put("don_vi", target.unit().name());
        model.put("tinh_hinh", situation(page));
        model.put("chi_tieu", figures(page));
        model.put("don_vi_bao_cao", shares(page));
        model.put("ket_qua", said(page, "results"));
        model.put("kho_khan", said(page, "difficulties"));
        model.put("nhiem_vu_toi", said(page, "next"));
        model.put("kien_nghi", said(page, "recommendations"));
        model.putAll(Map.of("tham_quyen", "", "chuc_vu", "", "nguoi_ky", "", "noi_nhan", List.of()));
        return model;
    }

    /** Whether it is frozen, and of how many returns. */
    private static String situation(Page page) {
        var seal = page.head().seal();
        return seal == null || !page.head().state().stands()
                ? text("consolidation.live")
                : text(
                        "consolidation.paper.sealed",
                        seal.number(),
                        page.head().sent(),
                        seal.heard().received(),
                        seal.heard().expected(),
                        seal.hash());
    }

    private List<Map<String, Object>> figures(Page page) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var line : page.figures()) {
            rows.add(Map.of(
                    "stt",
                    String.valueOf(rows.size() + 1),
                    "ten",
                    line.name(),
                    "dvt",
                    line.measure(),
                    "ke_hoach",
                    "",
                    "thuc_hien",
                    new Linked(line.text(), site.of(String.valueOf(line.href()))),
                    "ty_le",
                    line.heard(),
                    "cung_ky",
                    "",
                    "so_sanh",
                    line.now() == null ? "" : text("consolidation.now", line.now())));
        }
        return rows;
    }

    private static List<Map<String, Object>> shares(Page page) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var share : page.shares()) {
            rows.add(Map.of(
                    "stt", String.valueOf(rows.size() + 1),
                    "ten", share.unit(),
                    "tinh_trang", share.source(),
                    "ngay_nop", "",
                    "ghi_chu", share.stamp()));
        }
        return rows;
    }

    /** The level's own words of a part, and under it what the units wrote for the list that the part is. */
    private static List<Map<String, String>> said(Page page, String section) {
        var said = new ArrayList<Map<String, String>>();
        page.sections().stream()
                .filter(one -> one.code().equals(section) && !one.text().isBlank())
                .forEach(one -> said.add(Map.of("noi_dung", one.text())));
        page.head().target().form().parts().stream()
                .filter(part -> part.code().equals(section))
                .flatMap(
                        part -> page.lists().stream().filter(list -> list.code().equals(part.indicator())))
                .flatMap(list -> list.text().lines())
                .forEach(line -> said.add(Map.of("noi_dung", line)));
        return said;
    }
}
