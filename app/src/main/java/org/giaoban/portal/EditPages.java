package org.giaoban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.ContentPolicy;
import org.giaoban.platform.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The editing page with what was typed, saved or not. */
@Component
class EditPages {

    private final BoundFigures figures;
    private final FigurePeriods periods;
    private final PortalSettings settings;
    private final Neighbours neighbours;
    private final Autosaves autosaves;
    private final ObjectProvider<DraftOrigin> origins;

    EditPages(
            BoundFigures figures,
            FigurePeriods periods,
            PortalSettings settings,
            Neighbours neighbours,
            Autosaves autosaves,
            ObjectProvider<DraftOrigin> origins) {
        this.figures = figures;
        this.periods = periods;
        this.settings = settings;
        this.neighbours = neighbours;
        this.autosaves = autosaves;
        this.origins = origins;
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
            Unsaved unsaved,
            List<DraftOrigin.Link> origins) {

        public Map<String, String> kinds() {
            return EditPages.kinds();
        }
    }

    /** Of what kind the author of a text may be. */
    static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (var each : Version.Credit.By.values()) {
            kinds.put(each.key(), each.words());
        }
        return kinds;
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

    /** What was typed, and what is wrong with it. */
    record Typed(int revision, ArticleForm form, LabelsForm labels, Map<String, String> errors, Unsaved unsaved) {

        static Typed again(Autosaves.Kept kept) {
            return new Typed(
                    kept.revision(),
                    TypedAgain.of(ArticleForm.class, kept.fields()),
                    TypedAgain.of(LabelsForm.class, kept.fields()),
                    Map.of(),
                    new Unsaved(Formats.dateTime(kept.at()), true));
        }
    }

    /** The text as it was saved; what was typed since only where it is asked for. */
    ModelAndView opened(Articles.Whole whole, boolean kept, HttpServletRequest request) {
        var unsaved = autosaves.find(whole.article().id());
        if (kept && unsaved.isPresent()) {
            return page(whole, Typed.again(unsaved.get()), request);
        }
        var story = whole.version().story();
        var labels = LabelsForm.of(story, neighbours.addresses(story.labels().related()));
        var at = unsaved.map(each -> Formats.dateTime(each.at())).orElse(null);
        var revision = whole.version().hands().revision();
        var typed = new Typed(revision, ArticleForm.of(story), labels, Map.of(), new Unsaved(at, false));
        return page(whole, typed, request);
    }

    /** The topics that are open, and the one the article has. */
    Map<String, String> topics(String own) {
        var topics = new LinkedHashMap<String, String>();
        neighbours.topics().stream()
                .filter(each -> !each.closed() || each.code().equals(own))
                .forEach(each -> topics.put(each.code(), each.name()));
        return topics;
    }

    ModelAndView page(Articles.Whole whole, Typed typed, HttpServletRequest request) {
        ContentPolicy.allowInlineStyles(request);
        var id = whole.article().id();
        var version = whole.version();
        var page = new EditPage(
                "/articles/" + id,
                typed.revision(),
                version.number(),
                typed.form(),
                typed.labels(),
                topics(typed.labels().text("topic")),
                whole.article().speech().language(),
                typed.errors(),
                categories(),
                new Choices(figures.choices(), periods.usual(whole.article().unit())),
                figures.lines(ArticleHtml.figures(typed.form().text("body"))),
                version.hands().comment(),
                typed.unsaved(),
                origins.stream().flatMap(each -> each.of(id).stream()).toList());
        return new ModelAndView("portal/edit", "page", page);
    }

    private Map<String, String> categories() {
        var categories = new LinkedHashMap<String, String>();
        settings.categories().forEach(each -> categories.put(each.code(), each.name()));
        return categories;
    }
}
