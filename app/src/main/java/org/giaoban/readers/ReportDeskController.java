package org.giaoban.readers;

import static org.giaoban.access.Capability.COMMENT_MODERATE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.portal.PublishedArticles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue of error reports. */
@Controller
class ReportDeskController {

    private static final int LONGEST_NOTE = 300;
    private static final String OPEN = "/readers/reports";
    private static final String DONE = "/readers/reports?state=done";

    private final ErrorReports reports;
    private final PublishedArticles articles;
    private final Flash flash;

    ReportDeskController(ErrorReports reports, PublishedArticles articles, Flash flash) {
        this.reports = reports;
        this.articles = articles;
        this.flash = flash;
    }

    /** A report with the article it is about; the article may have gone by now. */
    public record Row(ErrorReport report, Optional<PublishedArticle> article) {}

    public record Page(
            boolean open, List<Row> rows, @Nullable String next) {

        Map<String, String> tabs() {
            return ReaderTabs.of();
        }

        Map<String, String> states() {
            var states = new LinkedHashMap<String, String>();
            states.put(OPEN, Texts.text("readers.report.open"));
            states.put(DONE, Texts.text("readers.report.done"));
            return states;
        }

        String href() {
            return open ? OPEN : DONE;
        }
    }

    @GetMapping(OPEN)
    @Requires(COMMENT_MODERATE)
    ModelAndView list(
            @RequestParam(defaultValue = "open") String state, @RequestParam(required = false) @Nullable String after) {
        var open = !state.equals("done");
        var slice = reports.list(open, after);
        var about =
                articles.byIds(slice.items().stream().map(ErrorReport::article).toList());
        var rows = slice.items().stream()
                .map(report -> new Row(report, Optional.ofNullable(about.get(report.article()))))
                .toList();
        var next = slice.next() == null ? null : OPEN + "?state=" + (open ? "open" : "done") + "&after=" + slice.next();
        return new ModelAndView("readers/reports", "page", new Page(open, rows, next));
    }

    @PostMapping("/readers/reports/{id}/done")
    @Requires(COMMENT_MODERATE)
    ModelAndView done(@PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        try {
            var words = Typed.line(note);
            if (words.length() > LONGEST_NOTE) {
                throw new Refused("readers.form.too-long", LONGEST_NOTE);
            }
            reports.done(id, words);
            flash.ok("readers.flash.report-done");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView("redirect:" + OPEN);
    }
}
