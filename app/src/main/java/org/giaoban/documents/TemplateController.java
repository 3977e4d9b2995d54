package org.giaoban.documents;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The Word templates: to download, edit in Word and bring back. */
@Controller
class TemplateController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final WordTemplates templates;
    private final Flash flash;
    private final Clock clock;

    TemplateController(WordTemplates templates, Flash flash, Clock clock) {
        this.templates = templates;
        this.flash = flash;
        this.clock = clock;
    }

    public record TemplateRow(String href, String title, int version, String from) {}

    public record ListPage(List<TemplateRow> rows) {}

    public record VersionRow(
            int number, String from, String note, String by, String at, String href, boolean inForce) {}

    public record TemplatePage(
            String href,
            String title,
            List<TemplateTag> tags,
            List<VersionRow> versions,
            Attempt attempt,
            List<AuditEntry> history) {}

    /** What was typed in the form, and what was wrong with it. */
    public record Attempt(String from, String note, Map<String, String> errors) {

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    @GetMapping("/documents/templates")
    @Requires(Capability.DOCUMENT_ISSUE)
    ModelAndView list() {
        var today = LocalDate.now(clock);
        var rows = templates.list().stream()
                .map(template -> {
                    var version = templates.version(template.name(), today);
                    return new TemplateRow(
                            href(template.name()), template.title(), version.number(), Formats.date(version.from()));
                })
                .toList();
        return new ModelAndView("documents/templates", "page", new ListPage(rows));
    }

    @GetMapping("/documents/templates/{name}")
    @Requires(Capability.DOCUMENT_ISSUE)
    ModelAndView show(@PathVariable String name) {
        return page(name, new Attempt(LocalDate.now(clock).toString(), "", Map.of()));
    }

    @GetMapping("/documents/templates/{name}/{version}")
    @Requires(Capability.DOCUMENT_ISSUE)
    ResponseEntity<byte[]> download(@PathVariable String name, @PathVariable int version) {
        var found = templates.get(name, version);
        return TableExport.file(name + "-" + version + ".docx", WORD, found.content());
    }

    @PostMapping("/documents/templates/{name}")
    @Requires(Capability.CATALOGUE_EDIT)
    Object replace(
            @PathVariable String name,
            @RequestParam MultipartFile file,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "") String note)
            throws IOException {
        try {
            if (note.length() > 300) {
                throw new Refused("documents.template.note-long");
            }
            if (file.getSize() > TemplatePackage.MOST_BYTES) {
                throw new Refused("documents.template.size");
            }
            var number = templates.replace(name, file.getBytes(), from, note);
            flash.ok("documents.template.replaced", number, Formats.date(from));
            return seeOther(href(name));
        } catch (Refused refused) {
            var again = page(name, new Attempt(from.toString(), note, Map.of("file", refused.text())));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private static RedirectView seeOther(String href) {
        var view = new RedirectView(href);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private ModelAndView page(String name, Attempt attempt) {
        var template = templates.list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new org.giaoban.platform.NotFound(name));
        var lines = templates.history(name);
        var versions = lines.stream().map(line -> row(name, line, lines)).toList();
        return new ModelAndView(
                "documents/template",
                "page",
                new TemplatePage(
                        href(name), template.title(), template.tags(), versions, attempt, templates.trace(name)));
    }

    private VersionRow row(String name, TemplateVersion.Line line, List<TemplateVersion.Line> all) {
        var origin = line.origin();
        var note = origin.note().isEmpty() ? Texts.text("documents.template.original") : origin.note();
        return new VersionRow(
                line.number(),
                Formats.date(line.from()),
                note,
                origin.by(),
                Formats.dateTime(origin.at()),
                href(name) + "/" + line.number(),
                line.inForce(LocalDate.now(clock), all));
    }

    private static String href(String name) {
        return "/documents/templates/" + name;
    }
}
