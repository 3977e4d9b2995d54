package org.giaoban.readers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublicFrame.Around;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.readers.Questions.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form by which readers report a mistake in an article; the words they had selected come along. */
@Controller
class ErrorReportController {

    private final ErrorReports reports;
    private final Doorkeeper doorkeeper;
    private final Questions questions;
    private final PublicPage pages;

    ErrorReportController(ErrorReports reports, Doorkeeper doorkeeper, Questions questions, PublicPage pages) {
        this.reports = reports;
        this.doorkeeper = doorkeeper;
        this.questions = questions;
        this.pages = pages;
    }

    public record Page(
            Around around,
            PublishedArticle article,
            ErrorReportForm form,
            Question question,
            Map<String, String> errors) {}

    @GetMapping("/ban-doc/{article}/bao-loi")
    @ForEveryone
    ModelAndView form(
            @PathVariable UUID article, @RequestParam(name = "doan", required = false) @Nullable String quote) {
        return page(pages.article(article), ErrorReportForm.of(quote, ""), Map.of());
    }

    private ModelAndView page(PublishedArticle article, ErrorReportForm form, Map<String, String> errors) {
        return new ModelAndView(
                "readers/report", "page", new Page(pages.around(), article, form, questions.fresh(), errors));
    }

    @PostMapping("/ban-doc/{article}/bao-loi")
    @ForEveryone
    ModelAndView report(
            @PathVariable UUID article,
            @RequestParam(required = false) @Nullable String quote,
            @RequestParam(required = false) @Nullable String remark,
            HttpServletRequest request) {
        var about = pages.article(article);
        var form = ErrorReportForm.of(quote, remark);
        var errors = new LinkedHashMap<>(form.errors());
        if (errors.isEmpty()) {
            doorkeeper
                    .refusal("report", Sender.of(request), Proof.of(request))
                    .ifPresent(key -> errors.put("answer", Texts.text(key)));
        }
        if (errors.isEmpty() && !reports.report(about, form)) {
            errors.put("remark", Texts.text("readers.full"));
        }
        if (!errors.isEmpty()) {
            var again = page(about, form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return new ModelAndView("redirect:/ban-doc/" + about.id() + "/cam-on?viec=bao-loi");
    }
}
