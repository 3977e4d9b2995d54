package org.giaoban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.Period;
import org.giaoban.pictures.Pictures;
import org.giaoban.platform.ContentPolicy;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The editing page: one form that keeps everything typed, whichever of its buttons was pressed. */
@Controller
class ArticleEditController {

    private final Articles articles;
    private final Submission submission;
    private final Pictures pictures;
    private final BoundFigures figures;
    private final PortalSettings settings;
    private final Neighbours neighbours;
    private final Autosaves autosaves;
    private final Flash flash;

    ArticleEditController(
            Articles articles,
            Submission submission,
            Pictures pictures,
            BoundFigures figures,
            PortalSettings settings,
            Neighbours neighbours,
            Autosaves autosaves,
            Flash flash) {
        this.articles = articles;
        this.submission = submission;
        this.pictures = pictures;
        this.figures = figures;
        this.settings = settings;
        this.neighbours = neighbours;
        this.autosaves = autosaves;
        this.flash = flash;
    }

    public record EditPage(
            String href,
            int revision,
            int number,
            ArticleForm form,
            LabelsForm labels,
            Map<String, String> topics,
            String language,
            Map<String, String> errors,
            Map<String, String> categories,
            Choices choices,
            List<BoundFigures.Line> figures,
            String comment,
            Unsaved unsaved) {

        public Map<String, String> kinds() {
            var kinds = new LinkedHashMap<String, String>();
            for (var each : Version.Credit.By.values()) {
                kinds.put(each.key(), Texts.text("portal.byline." + each.key()));
            }
            return kinds;
        }
    }

    /**
     * What its author typed and did not save.
     *
     * @param at when it was kept; null when there is nothing
     * @param open whether the page shows it
     */
    public record Unsaved(@Nullable String at, boolean open) {}

    /** What the insert-figure part offers. */
    public record Choices(Map<String, String> indicators, Map<String, String> periods) {}

    /** A figure ready to stand in the text. */
    public record Inserted(String id, String text) {}

    public record Declined(String message) {}

    /** What one press of a button sends besides the text. */
    public record Press(
            int revision,
            @Nullable String then,
            @Nullable String indicator,
            @Nullable String period,
            @Nullable MultipartFile picture) {

        String button() {
            return then == null ? "keep" : then;
        }
    }

    @GetMapping("/articles/{id}/edit")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView edit(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean kept, HttpServletRequest request) {
        var whole = articles.writable(new ArticleId(id));
        if (whole.version().state() != Version.State.DRAFT && whole.version().state() != Version.State.RETURNED) {
            throw new Refused("portal.article.not-editable");
        }
        var unsaved = autosaves.find(whole.article().id());
        if (kept && unsaved.isPresent()) {
            return page(whole, Typed.again(unsaved.get()), request);
        }
        var story = whole.version().story();
        var labels = LabelsForm.of(story, neighbours.addresses(story.labels().related()));
        var at = unsaved.map(each -> Formats.dateTime(each.at())).orElse(null);
        var typed = new Typed(
                whole.version().hands().revision(), ArticleForm.of(story), labels, Map.of(), new Unsaved(at, false));
        return page(whole, typed, request);
    }

    @PostMapping("/articles/{id}/save")
    @Requires(Capability.ARTICLE_WRITE)
    Object save(@PathVariable UUID id, ArticleForm form, LabelsForm labels, Press press, HttpServletRequest request)
            throws IOException {
        var article = new ArticleId(id);
        var errors = form.errors(settings.categories());
        errors.putAll(labels.errors(topics(labels.text("topic")), event(form)));
        if (errors.isEmpty()) {
            try {
                keep(article, form, labels, press);
                return ArticleController.seeOther(next(article, press));
            } catch (Refused refused) {
                errors.put(place(refused), refused.text());
            }
        }
        var page = page(
                articles.writable(article),
                new Typed(press.revision(), form, labels, errors, new Unsaved(null, false)),
                request);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** What was typed, and what is wrong with it. */
    private record Typed(
            int revision, ArticleForm form, LabelsForm labels, Map<String, String> errors, Unsaved unsaved) {

        static Typed again(Autosaves.Kept kept) {
            return new Typed(
                    kept.revision(),
                    TypedAgain.of(ArticleForm.class, kept.fields()),
                    TypedAgain.of(LabelsForm.class, kept.fields()),
                    Map.of(),
                    new Unsaved(Formats.dateTime(kept.at()), true));
        }
    }

    private static String place(Refused refused) {
        return refused.key().startsWith("pictures.")
                ? "picture"
                : refused.key().startsWith("portal.form.related") ? "related" : "body";
    }

    private boolean event(ArticleForm form) {
        return settings.category(form.text("category"))
                .filter(each -> each.kind() == Category.Kind.EVENT)
                .isPresent();
    }

    /** The topics that are open, and the one the article has. */
    private Map<String, String> topics(String own) {
        var topics = new LinkedHashMap<String, String>();
        neighbours.topics().stream()
                .filter(each -> !each.closed() || each.code().equals(own))
                .forEach(each -> topics.put(each.code(), each.name()));
        return topics;
    }

    private void keep(ArticleId article, ArticleForm form, LabelsForm labels, Press press) throws IOException {
        var file = press.picture();
        var picture = file == null || file.isEmpty()
                ? form.media()
                : pictures.add(articles.writable(article).article().unit(), GalleryController.upload(file));
        var story = labels.on(form.story(picture), neighbours.at(labels.addresses()));
        articles.save(article, press.revision(), story);
        autosaves.forget(article);
    }

    /** The text is kept already; what is refused now is said on the next page and nothing is lost. */
    private String next(ArticleId article, Press press) {
        var edit = "/articles/" + article + "/edit";
        try {
            return then(article, press, edit);
        } catch (Refused refused) {
            flash.refused(refused);
            return edit;
        }
    }

    private String then(ArticleId article, Press press, String edit) {
        var button = press.button();
        if (button.equals("submit")) {
            submission.submit(article);
            flash.ok("portal.article.submitted");
            return "/articles/" + article;
        }
        if (button.equals("pictures")) {
            flash.ok("portal.article.kept");
            return "/articles/" + article + "/pictures";
        }
        if (button.equals("figure")) {
            articles.append(article, taken(article, press.indicator(), press.period()));
            flash.ok("portal.figure.appended");
        } else if (button.startsWith("renew:")) {
            var old = UUID.fromString(button.substring("renew:".length()));
            articles.rebind(article, old, figures.renew(old));
            flash.ok("portal.figure.renewed");
        } else {
            flash.ok("portal.article.kept");
        }
        return edit;
    }

    /** For the editor with script: freezes the figure and hands back what to put where the cursor stands. */
    @PostMapping("/articles/{id}/figures")
    @Requires(Capability.ARTICLE_WRITE)
    ResponseEntity<Object> figure(@PathVariable UUID id, @RequestParam String indicator, @RequestParam String period) {
        try {
            var figure = taken(new ArticleId(id), indicator, period);
            return ResponseEntity.ok(new Inserted(figure.id().toString(), figure.text()));
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Declined(refused.text()));
        }
    }

    private org.giaoban.indicators.FrozenFigure taken(
            ArticleId article, @Nullable String indicator, @Nullable String period) {
        var unit = articles.writable(article).article().unit();
        if (indicator == null || period == null || !figures.periods().containsKey(period)) {
            throw new Refused("portal.figure.choose");
        }
        return figures.take(unit, indicator, Period.parse(period));
    }

    private ModelAndView page(Articles.Whole whole, Typed typed, HttpServletRequest request) {
        ContentPolicy.allowInlineStyles(request);
        var categories = new LinkedHashMap<String, String>();
        settings.categories().forEach(each -> categories.put(each.code(), each.name()));
        var version = whole.version();
        return new ModelAndView(
                "portal/edit",
                "page",
                new EditPage(
                        "/articles/" + whole.article().id(),
                        typed.revision(),
                        version.number(),
                        typed.form(),
                        typed.labels(),
                        topics(typed.labels().text("topic")),
                        whole.article().speech().language(),
                        typed.errors(),
                        categories,
                        new Choices(figures.choices(), figures.periods()),
                        figures.lines(ArticleHtml.figures(typed.form().text("body"))),
                        version.hands().comment(),
                        typed.unsaved()));
    }
}
