package org.giaoban.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.pictures.Copies;
import org.giaoban.pictures.Pictures;
import org.giaoban.pictures.Upload;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
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

/** The page of an article's gallery: pictures come, get their words and their order, and go. */
@Controller
class GalleryController {

    private final Galleries galleries;
    private final Articles articles;
    private final Pictures pictures;
    private final Flash flash;

    GalleryController(Galleries galleries, Articles articles, Pictures pictures, Flash flash) {
        this.galleries = galleries;
        this.articles = articles;
        this.pictures = pictures;
        this.flash = flash;
    }

    public record GalleryPage(
            String href, String title, int revision, List<Row> rows, Map<String, String> errors, int most) {}

    /** One picture with what was typed about it. */
    public record Row(Copies copies, String caption, String alt) {

        public boolean told() {
            return !alt.isBlank();
        }
    }

    @GetMapping("/articles/{id}/pictures")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView show(@PathVariable UUID id) {
        var article = new ArticleId(id);
        if (!articles.writable(article).version().state().open()) {
            throw new Refused("portal.article.not-editable");
        }
        return page(article, new GalleryForm(galleries.of(article)), Map.of());
    }

    @PostMapping("/articles/{id}/pictures")
    @Requires(Capability.ARTICLE_WRITE)
    Object save(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "keep") String then,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        var article = new ArticleId(id);
        var refused = new ArrayList<Refused>();
        var form = received(article, GalleryForm.read(sent, then), files, refused);
        var errors = form.errors();
        if (errors.isEmpty()) {
            try {
                galleries.save(article, revision, form.pictures());
                return after(article, then, refused);
            } catch (Refused stale) {
                errors.put("files", stale.text());
            }
        }
        var page = page(article, form, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Those that can be shown join the gallery; why another cannot is said on the next page. */
    private GalleryForm received(
            ArticleId article, GalleryForm form, @Nullable List<MultipartFile> files, List<Refused> refused)
            throws IOException {
        var unit = articles.writable(article).article().unit();
        var filled = form;
        for (var file : Objects.requireNonNullElse(files, List.<MultipartFile>of())) {
            if (file.isEmpty()) {
                continue;
            }
            try {
                filled = filled.with(pictures.add(unit, upload(file)));
            } catch (Refused reason) {
                refused.add(reason);
            }
        }
        return filled;
    }

    static Upload upload(MultipartFile file) throws IOException {
        return new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
    }

    private Object after(ArticleId article, String then, List<Refused> refused) {
        refused.forEach(flash::refused);
        if (refused.isEmpty()) {
            flash.ok("portal.gallery.kept");
        }
        var back = then.equals("back") && refused.isEmpty();
        return ArticleController.seeOther("/articles/" + article + (back ? "/edit" : "/pictures"));
    }

    private ModelAndView page(ArticleId article, GalleryForm form, Map<String, String> errors) {
        var version = articles.writable(article).version();
        var ids = form.pictures().stream().map(GalleryPicture::media).collect(Collectors.toSet());
        var copies = pictures.copies(ids);
        var rows = form.pictures().stream()
                .flatMap(each -> Stream.ofNullable(copies.get(each.media()))
                        .map(known -> new Row(known, each.caption(), each.alt())))
                .toList();
        return new ModelAndView(
                "portal/gallery",
                "page",
                new GalleryPage(
                        "/articles/" + article,
                        version.story().title(),
                        version.hands().revision(),
                        rows,
                        errors,
                        Galleries.MOST));
    }
}
