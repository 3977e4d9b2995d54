package org.giaoban.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The editors' list, and how a text begins: empty, or from a closed meeting. */
@Controller
class ArticleController {

    private final Articles articles;
    private final ArticleLists lists;
    private final MeetingDraft drafts;
    private final ArticleBeginnings beginnings;
    private final PortalSettings settings;
    private final SiteEditing site;
    private final Flash flash;

    ArticleController(
            Articles articles,
            ArticleLists lists,
            MeetingDraft drafts,
            ArticleBeginnings beginnings,
            PortalSettings settings,
            SiteEditing site,
            Flash flash) {
        this.articles = articles;
        this.lists = lists;
        this.drafts = drafts;
        this.beginnings = beginnings;
        this.settings = settings;
        this.site = site;
        this.flash = flash;
    }

    public record Row(
            String href, String title, String category, String state, String stateText, String author, String at) {}

    public record ListPage(
            List<Row> rows,
            String state,
            String category,
            boolean mine,
            String words,
            Map<String, String> states,
            Map<String, String> categories,
            @Nullable String next,
            boolean writes,
            boolean site,
            List<ArticleBeginnings.Reported> meetings) {

        public Map<String, String> whose() {
            var whose = new LinkedHashMap<String, String>();
            whose.put("/articles", Texts.text("portal.articles.everybodys"));
            whose.put("/articles?mine=true", Texts.text("portal.articles.mine"));
            return whose;
        }

        public boolean filtered() {
            return !state.isEmpty() || !words.isEmpty() || !category.isEmpty() || mine;
        }
    }

    public record NewPage(
            Map<String, String> categories, Map<String, String> units, ArticleForm form, Map<String, String> errors) {}

    @GetMapping("/articles")
    @Requires({Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE})
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        var slice = lists.list(ArticleFilter.of(state, category, mine, q, after));
        var names = categoryNames();
        var rows = slice.items().stream().map(found -> row(found, names)).toList();
        var next = slice.next() == null
                ? null
                : href(Map.of(
                        "state",
                        state,
                        "category",
                        category,
                        "mine",
                        mine ? "true" : "",
                        "q",
                        q,
                        "after",
                        slice.next()));
        return new ModelAndView(
                "portal/articles",
                "page",
                new ListPage(
                        rows,
                        state,
                        category,
                        mine,
                        q,
                        states(),
                        names,
                        next,
                        beginnings.writes(),
                        site.allowed(),
                        beginnings.meetings()));
    }

    @GetMapping("/articles/new")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView fresh() {
        var form = new ArticleForm(null, null, null, null, null, null, null, null, null, null, null);
        return newPage(form, Map.of());
    }

    @PostMapping("/articles")
    @Requires(Capability.ARTICLE_WRITE)
    Object create(ArticleForm form, @RequestParam UUID unit) {
        var errors = form.errors(settings.categories());
        if (!errors.isEmpty()) {
            var page = newPage(form, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var id = articles.start(new org.giaoban.kernel.UnitId(unit), form.story(null));
        return seeOther("/articles/" + id + "/edit");
    }

    @PostMapping("/articles/from-meeting/{meeting}")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView fromMeeting(@PathVariable UUID meeting) {
        var id = drafts.start(meeting);
        flash.ok("portal.draft.made");
        return seeOther("/articles/" + id);
    }

    static RedirectView seeOther(String href) {
        var view = new RedirectView(href);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private ModelAndView newPage(ArticleForm form, Map<String, String> errors) {
        return new ModelAndView("portal/new", "page", new NewPage(categoryNames(), beginnings.units(), form, errors));
    }

    private Map<String, String> categoryNames() {
        var names = new LinkedHashMap<String, String>();
        settings.categories().forEach(each -> names.put(each.code(), each.name()));
        return names;
    }

    private static Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        for (var each : Version.State.values()) {
            if (each != Version.State.REPLACED) {
                states.put(each.key(), Texts.text("portal.state." + each.key()));
            }
        }
        return states;
    }

    private static Row row(ListingRepository.Listed found, Map<String, String> names) {
        var version = found.version();
        return new Row(
                "/articles/" + found.article().id(),
                version.story().title(),
                names.getOrDefault(version.story().category(), version.story().category()),
                tone(version.state()),
                Texts.text("portal.state." + version.state().key()),
                version.hands().authorName(),
                Formats.dateTime(version.hands().changedAt()));
    }

    static String tone(Version.State state) {
        return switch (state) {
            case DRAFT -> "info";
            case SUBMITTED -> "waiting";
            case RETURNED -> "late";
            case PUBLISHED -> "done";
            case APPROVED -> "waiting";
            case REPLACED, WITHDRAWN -> "neutral";
        };
    }

    private static String href(Map<String, String> query) {
        var address = UriComponentsBuilder.fromPath("/articles");
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(query).toUriString();
    }
}
