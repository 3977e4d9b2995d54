package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.documents.IssuedDocument;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.Flash;
import org.giaoban.platform.TableExport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What leaves a board as a file: the consolidated report and the consolidated workbook. */
@Controller
class PaperController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Boards boards;
    private final Workbooks workbooks;
    private final Reports reports;
    private final Flash flash;

    PaperController(Boards boards, Workbooks workbooks, Reports reports, Flash flash) {
        this.boards = boards;
        this.workbooks = workbooks;
        this.reports = reports;
        this.flash = flash;
    }

    /** What the page about the report shows. */
    record ReportPage(Occasion occasion, String title, Board board, List<IssuedDocument> issued, boolean mayIssue) {

        String situation() {
            return text(
                    "briefing.report.preview",
                    String.valueOf(board.progress().size() - board.missing().size()),
                    String.valueOf(board.progress().size()),
                    String.valueOf(board.planned().size()),
                    String.valueOf(Cycle.open(board)));
        }
    }

    @Requires(Capability.FIGURES_READ)
    @GetMapping("/board/{unit}/{period}/workbook")
    ResponseEntity<byte[]> workbook(
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(defaultValue = "year") String span,
            @RequestParam(required = false) @Nullable String tree) {
        var occasion = boards.occasion(unit, period, Span.of(span), TreeView.of(tree));
        var name = "tong-hop-" + occasion.unit().code() + "-" + occasion.shown().code() + ".xlsx";
        return TableExport.file(name, XLSX, workbooks.of(occasion));
    }

    @Requires(Capability.FIGURES_READ)
    @GetMapping("/board/{unit}/{period}/report")
    ModelAndView report(
            @PathVariable String unit, @PathVariable String period, @RequestParam(defaultValue = "year") String span) {
        var occasion = boards.occasion(unit, period, Span.of(span));
        var page = new ReportPage(
                occasion,
                text("briefing.report.title", Headings.label(occasion.reported())),
                boards.board(occasion),
                reports.issued(occasion),
                reports.mayIssue(occasion));
        return new ModelAndView("briefing/report", "page", page);
    }

    @Requires(Capability.FIGURES_READ)
    @GetMapping("/board/{unit}/{period}/report/draft")
    ResponseEntity<byte[]> draft(
            @PathVariable String unit, @PathVariable String period, @RequestParam(defaultValue = "year") String span) {
        var occasion = boards.occasion(unit, period, Span.of(span));
        var name = "bao-cao-" + occasion.unit().code() + "-" + occasion.period().code() + ".docx";
        return TableExport.file(name, DOCX, reports.draft(occasion));
    }

    @Requires(Capability.DOCUMENT_ISSUE)
    @PostMapping("/board/{unit}/{period}/report")
    String issue(
            @PathVariable String unit, @PathVariable String period, @RequestParam(defaultValue = "year") String span) {
        var issued = reports.issue(boards.occasion(unit, period, Span.of(span)));
        flash.ok("briefing.report.issued", issued.symbol());
        return "redirect:/documents/" + issued.id();
    }
}
