package org.giaoban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.giaoban.pages.Holes;
import org.giaoban.pages.Kept;
import org.giaoban.pages.KeptPages;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.portal.PublicFrame.Around;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** An article as visitors read it. */
@Controller
class PublicArticleController {

    private final PublicSite site;
    private final PublicFrame pages;
    private final PortalSettings settings;
    private final BoundFigures figures;
    private final Views views;
    private final Albums albums;
    private final StructuredData structured;
    private final ArticleExtras extras;
    private final List<ArticleCorner> corners;

    PublicArticleController(
            PublicSite site,
            PublicFrame pages,
            PortalSettings settings,
            BoundFigures figures,
            Views views,
            Albums albums,
            StructuredData structured,
            ArticleExtras extras,
            ObjectProvider<ArticleCorner> corners) {
        this.site = site;
        this.pages = pages;
        this.settings = settings;
        this.figures = figures;
        this.views = views;
        this.albums = albums;
        this.structured = structured;
        this.extras = extras;
        this.corners = corners.stream()
                .sorted(Comparator.comparingInt(ArticleCorner::order))
                .toList();
    }

    public record ArticlePage(
            Around around,
            ArticleView article,
            List<Teaser> related,
            List<Teaser> other,
            ArticleId id,
            List<ArticleCorner> corners,
            ArticleExtras.Extras extras) {}

    /** The article itself, ready to print. */
    public record ArticleView(
            String category,
            String categoryHref,
            String href,
            String title,
            String lead,
            String body,
            Credits credits,
            Album album) {}

    /** When, by whom, from where, how often read. */
    public record Credits(
            String at,
            String machineTime,
            String byline,
            String source,
            String views,
            @Nullable String corrected,
            String correction,
            String address,
            String mail) {}

    @GetMapping("/tin/{category}/{slug}")
    @Kept
    @ForEveryone
    Object article(@PathVariable String category, @PathVariable String slug, HttpServletRequest request) {
        var shown = site.shown(slug);
        var now = shown.story().category();
        if (!now.equals(category)) {
            var view = new RedirectView("/tin/" + now + "/" + slug);
            view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            return view;
        }
        seen(shown, request);
        var view = view(shown, slug, request);
        var beside = site.beside(shown);
        var page = new ArticlePage(
                pages.around(category), view, beside.related(), beside.other(), shown.id(), corners, extras.of(shown));
        return new ModelAndView("portal/article", "page", page)
                .addObject("head", structured.head(view, shown))
                .addObject("onward", site.onward(shown));
    }

    private void seen(PublicRepository.Shown shown, HttpServletRequest request) {
        KeptPages.about(request, shown.id().value());
        views.known(shown.id(), shown.views());
    }

    private ArticleView view(PublicRepository.Shown shown, String slug, HttpServletRequest request) {
        var story = shown.story();
        var category = settings.category(story.category()).orElseThrow(() -> new NotFound(story.category()));
        var href = category.href() + "/" + slug;
        var texts = figures.texts(ArticleHtml.figures(story.body()));
        return new ArticleView(
                category.name(),
                category.href(),
                href,
                story.title(),
                story.lead(),
                ArticleHtml.shown(story.body(), texts, PublicArticleController::link),
                credits(shown, href, views(shown, request)),
                albums.published(shown.id(), story.picture()));
    }

    /** How often it was read: runs on while the page is kept. */
    private String views(PublicRepository.Shown shown, HttpServletRequest request) {
        return Holes.number(request, views, shown.id().value(), () -> Formats.number(shown.views()));
    }

    /** A figure for readers: a link to where it comes from, opened beside the text where scripts run. */
    static Element link(ArticleHtml.Bound figure) {
        return new Element("a")
                .addClass("gb-fig")
                .attr("href", "/so-lieu/" + figure.id())
                .text(figure.text());
    }

    private Credits credits(PublicRepository.Shown shown, String href, String views) {
        var address = structured.address(href);
        var corrected = shown.number() > 1 ? Formats.dateTime(shown.last()) : null;
        var mail = "mailto:?subject=" + encoded(shown.story().title()) + "&body=" + encoded(address);
        return new Credits(
                Formats.published(shown.first()),
                shown.first().toString(),
                shown.story().credit().shown(),
                shown.story().credit().source(),
                views,
                corrected,
                shown.story().correction(),
                address,
                mail);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
