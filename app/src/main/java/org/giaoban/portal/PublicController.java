package org.giaoban.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.pages.Kept;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublicFrame.Around;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public lists: front page, categories, the newest. */
@Controller
class PublicController {

    private final PublicSite site;
    private final PublicFrame pages;
    private final PortalSettings settings;

    PublicController(PublicSite site, PublicFrame pages, PortalSettings settings) {
        this.site = site;
        this.pages = pages;
        this.settings = settings;
    }

    public record Block(String name, String href, List<Teaser> teasers) {}

    public record HomePage(Around around, @Nullable Teaser top, List<Block> blocks) {}

    public record ListPage(
            Around around,
            String title,
            @Nullable String query,
            List<Teaser> teasers,
            @Nullable String next,
            @Nullable String feeds) {}

    @GetMapping("/")
    @Kept
    @ForEveryone
    ModelAndView home() {
        var teasers = site.front();
        var news = teasers.stream()
                .filter(each -> !each.category().equals(PublicFrame.NOTICES))
                .toList();
        var top = news.stream()
                .filter(each -> each.media() != null)
                .findFirst()
                .or(() -> news.stream().findFirst())
                .orElse(null);
        var blocks = new ArrayList<Block>();
        for (var category : settings.categories()) {
            var own = news.stream()
                    .filter(each -> each.category().equals(category.code()) && !each.equals(top))
                    .toList();
            if (!own.isEmpty()) {
                blocks.add(new Block(category.name(), category.href(), own));
            }
        }
        return new ModelAndView("portal/home", "page", new HomePage(pages.around(null), top, blocks));
    }

    @GetMapping("/tin")
    @Kept
    @ForEveryone
    ModelAndView newest(@RequestParam(required = false) @Nullable String after) {
        var slice = site.newest(null, after);
        var next = slice.next() == null ? null : "/tin?after=" + encoded(slice.next());
        return list(
                new ListPage(pages.around(null), Texts.text("portal.list.newest"), null, slice.items(), next, null));
    }

    @GetMapping("/tin/{category}")
    @Kept
    @ForEveryone
    ModelAndView category(@PathVariable String category, @RequestParam(required = false) @Nullable String after) {
        var found = settings.category(category).orElseThrow(() -> new NotFound(category));
        var slice = site.newest(category, after);
        var next = slice.next() == null ? null : found.href() + "?after=" + encoded(slice.next());
        return list(new ListPage(pages.around(category), found.name(), null, slice.items(), next, found.href()));
    }

    private static ModelAndView list(ListPage page) {
        return new ModelAndView("portal/list", "page", page);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
