package org.giaoban.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.files.Upload;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The forms in which things are prepared for the public. */
@Controller
class PrepareController {

    private final Preparing preparing;
    private final Disclosures disclosures;
    private final FieldChoices choices;
    private final DraftSources sources;
    private final Organization organization;
    private final FormPages forms;
    private final FormPictures pictures;
    private final Flash flash;

    PrepareController(
            Preparing preparing,
            Disclosures disclosures,
            FieldChoices choices,
            DraftSources sources,
            Organization organization,
            FormPages forms,
            FormPictures pictures,
            Flash flash) {
        this.preparing = preparing;
        this.disclosures = disclosures;
        this.choices = choices;
        this.sources = sources;
        this.organization = organization;
        this.forms = forms;
        this.pictures = pictures;
        this.flash = flash;
    }

    public record ChoosePage(
            Map<String, String> kinds,
            Map<String, String> units,
            @Nullable String unit) {}

    /** First what and whose, then the form for it. */
    @GetMapping("/disclosure/new")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView begin(
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String unit,
            HttpServletRequest request) {
        var at = unit == null ? null : organization.byCode(unit.strip()).orElse(null);
        if (kind == null || at == null) {
            var page = new ChoosePage(Kind.choices(), choices.units(), unit);
            return new ModelAndView("disclosure/new", "page", page);
        }
        return forms.of(preparing.blank(kind, at), Map.of(), request);
    }

    @PostMapping("/disclosure")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView create(
            @RequestParam Kind kind,
            @RequestParam String unit,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            HttpServletRequest request)
            throws IOException {
        var blank = preparing.blank(kind, organization.idOf(unit));
        var taken = pictures.take(blank, picture);
        var typed = ItemForm.read(kind, sent);
        var form = typed.with(taken.facts());
        var draft = blank.typed(form);
        var errors = preparing.errors(draft, form, sent(file));
        errors.putAll(taken.errors());
        if (errors.isEmpty()) {
            try {
                return done(preparing.begin(draft, form.facts(), sent(file)));
            } catch (Refused refused) {
                errors.put(kind.fields().getFirst().name(), refused.text());
            }
        }
        errors.putAll(taken.again());
        return again(blank.typed(typed), errors, request);
    }

    /** Begins from a paper, a meeting or an order. */
    @PostMapping("/disclosure/take")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView take(@RequestParam DraftSources.From from, @RequestParam UUID source) {
        var taken = sources.take(from, source);
        try {
            var id = preparing.take(taken, source);
            flash.ok("disclosure.taken-now");
            return new ModelAndView("redirect:/disclosure/" + id + "/edit");
        } catch (Refused refused) {
            flash.refused(refused);
            return new ModelAndView("redirect:/disclosure?kind=" + taken.kind());
        }
    }

    @GetMapping("/disclosure/{id}/edit")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView edit(@PathVariable UUID id, HttpServletRequest request) {
        return forms.of(Preparing.Draft.of(disclosures.writable(id)), Map.of(), request);
    }

    @PostMapping("/disclosure/{id}/edit")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            HttpServletRequest request)
            throws IOException {
        var item = disclosures.writable(id);
        var taken = pictures.take(Preparing.Draft.of(item), picture);
        var typed = ItemForm.read(item.kind(), sent);
        var form = typed.with(taken.facts());
        var draft = Preparing.Draft.of(item).typed(form);
        var errors = preparing.errors(draft, form, sent(file));
        errors.putAll(taken.errors());
        if (errors.isEmpty()) {
            try {
                preparing.change(item, revision, form.facts(), sent(file));
                return done(id);
            } catch (Refused refused) {
                errors.put(item.kind().fields().getFirst().name(), refused.text());
            }
        }
        errors.putAll(taken.again());
        return again(Preparing.Draft.of(item).typed(typed), errors, request);
    }

    private ModelAndView done(UUID id) {
        flash.ok("disclosure.kept-now");
        return new ModelAndView("redirect:/disclosure/" + id);
    }

    private static @Nullable Upload sent(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        var name = file.getOriginalFilename();
        return new Upload(name == null ? Texts.text("disclosure.field.file") : name, file.getInputStream());
    }

    private ModelAndView again(Preparing.Draft draft, Map<String, String> errors, HttpServletRequest request) {
        var page = forms.of(draft, errors, request);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
