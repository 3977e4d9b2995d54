package org.giaoban.pageimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.files.Bundle;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.portal.ReceivedDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Saved pages come in here, and each has a report of how it was read. */
@Controller
class PageImportController {

    private static final int TOLD_ONE_BY_ONE = 8;

    private final PageImports imports;
    private final PageIntake intake;
    private final PageReading reading;
    private final ReceivedDrafts drafts;
    private final Flash flash;

    PageImportController(
            PageImports imports, PageIntake intake, PageReading reading, ReceivedDrafts drafts, Flash flash) {
        this.imports = imports;
        this.intake = intake;
        this.reading = reading;
        this.drafts = drafts;
        this.flash = flash;
    }

    public record ImportPage(
            List<Row> rows,
            Map<String, String> units,
            Map<String, String> categories,
            @Nullable String unit,
            @Nullable String category,
            Map<String, String> errors) {}

    /** A page that was taken in. */
    public record Row(String href, String title, String file, String at, int doubts) {}

    @GetMapping("/articles/import")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView list() {
        return page(null, null, Map.of());
    }

    @PostMapping("/articles/import")
    @Requires(Capability.ARTICLE_WRITE)
    Object take(
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String category)
            throws IOException {
        var files = items(file);
        var errors = errors(files, unit, category);
        if (!errors.isEmpty() || unit == null || category == null) {
            var page = page(unit, category, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var wish = new PageIntake.Wish(new UnitId(UUID.fromString(unit)), category);
        return seeOther(told(imports.take(files, wish)));
    }

    @GetMapping("/articles/import/{id}")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView report(@PathVariable UUID id) {
        return new ModelAndView("pageimport/report", "page", reading.page(id));
    }

    private static List<Bundle.Item> items(@Nullable List<MultipartFile> files) throws IOException {
        var items = new ArrayList<Bundle.Item>();
        for (var each : files == null ? List.<MultipartFile>of() : files) {
            if (!each.isEmpty()) {
                items.add(
                        new Bundle.Item(Objects.requireNonNullElse(each.getOriginalFilename(), "?"), each.getBytes()));
            }
        }
        return items;
    }

    private Map<String, String> errors(List<Bundle.Item> files, @Nullable String unit, @Nullable String category) {
        var errors = new LinkedHashMap<String, String>();
        if (files.isEmpty()) {
            errors.put("file", Texts.text("pageimport.form.file-missing"));
        }
        if (unit == null || !drafts.units().containsKey(unit)) {
            errors.put("unit", Texts.text("pageimport.form.unit-missing"));
        }
        if (category == null || !drafts.categories().containsKey(category)) {
            errors.put("category", Texts.text("pageimport.form.category-missing"));
        }
        return errors;
    }

    /** Says what became of the files, and where to look next. */
    private String told(List<PageOutcome> outcomes) {
        var good = outcomes.stream().filter(outcome -> outcome.status().good()).toList();
        var made = good.stream()
                .filter(outcome -> outcome.status() == PageOutcome.Status.MADE)
                .count();
        if (!good.isEmpty()) {
            flash.ok("pageimport.told", made, good.size() - made);
        }
        var bad = outcomes.stream().filter(outcome -> !outcome.status().good()).toList();
        bad.stream()
                .limit(TOLD_ONE_BY_ONE)
                .forEach(outcome -> flash.warn(
                        "pageimport.told-not", outcome.file(), Texts.text("pageimport.status." + outcome.status())));
        if (bad.size() > TOLD_ONE_BY_ONE) {
            flash.warn("pageimport.told-more", bad.size() - TOLD_ONE_BY_ONE);
        }
        return outcomes.size() == 1 && good.size() == 1
                ? "/articles/import/" + good.getFirst().page()
                : "/articles/import";
    }

    private ModelAndView page(@Nullable String unit, @Nullable String category, Map<String, String> errors) {
        var rows = intake.newest().stream()
                .map(page -> new Row(
                        "/articles/import/" + page.id(),
                        page.title(),
                        page.file(),
                        Formats.dateTime(page.takenAt()),
                        page.report().doubts().size()))
                .toList();
        return new ModelAndView(
                "pageimport/list",
                "page",
                new ImportPage(rows, drafts.units(), drafts.categories(), unit, category, errors));
    }

    private static RedirectView seeOther(String href) {
        var view = new RedirectView(href);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
