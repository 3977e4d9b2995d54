package org.giaoban.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.giaoban.pages.Kept;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublicFrame.Around;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** Public pages that follow one thread through the categories: a topic, a tag. */
@Controller
class ThreadController {

    private final PublicSite site;
    private final PublicFrame frame;
    private final Neighbours neighbours;

    ThreadController(PublicSite site, PublicFrame frame, Neighbours neighbours) {
        this.site = site;
        this.frame = frame;
        this.neighbours = neighbours;
    }

    public record ThreadPage(
            Around around,
            String kind,
            String name,
            List<Teaser> teasers,
            @Nullable String next) {}

    @GetMapping("/chu-de/{code}")
    @ForEveryone
    @Kept
    ModelAndView topic(@PathVariable String code, @RequestParam(required = false) @Nullable String after) {
        var topic = neighbours.topic(code).orElseThrow(() -> new NotFound(code));
        return page(Texts.text("portal.thread.topic"), topic.name(), topic.href(), site.ofTopic(code, after));
    }

    @GetMapping("/the/{tag}")
    @ForEveryone
    @Kept
    ModelAndView tag(@PathVariable String tag, @RequestParam(required = false) @Nullable String after) {
        var slice = site.tagged(tag, after);
        if (slice.items().isEmpty()) {
            throw new NotFound(tag);
        }
        return page(Texts.text("portal.thread.tag"), tag, ArticleExtras.tag(tag).href(), slice);
    }

    private ModelAndView page(String kind, String name, String href, Slice<Teaser> slice) {
        var next = slice.next() == null
                ? null
                : href + "?after=" + UriUtils.encodeQueryParam(slice.next(), StandardCharsets.UTF_8);
        return new ModelAndView(
                "portal/thread", "page", new ThreadPage(frame.around(null), kind, name, slice.items(), next));
    }
}
