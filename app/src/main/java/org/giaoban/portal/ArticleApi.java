package org.giaoban.portal;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Slice;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.PageAsked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The published articles for programs. */
@Api
class ArticleApi {

    private final PublicSite site;

    ArticleApi(PublicSite site) {
        this.site = site;
    }

    /** A published article in a list. */
    public record ArticleShown(
            UUID id,
            String category,
            String slug,
            String title,
            String lead,
            Instant publishedAt,
            @Described("portal.api.href") String href) {}

    @GetMapping("/articles")
    @ForSignedIn
    @Described("portal.api.list")
    Slice<ArticleShown> list(
            @RequestParam(required = false) @Described("portal.api.category") @Nullable String category,
            @RequestParam(required = false) @Described("platform.api.described.after") @Nullable String after) {
        var key = PageAsked.of(PublicSite.PAGE, after).after();
        if (key != null && ShelfRepository.After.parse(key) == null) {
            throw PageAsked.unknownCursor();
        }
        var page = site.newest(category, key);
        return new Slice<>(
                page.items().stream()
                        .map(teaser -> new ArticleShown(
                                teaser.article(),
                                teaser.category(),
                                teaser.slug(),
                                teaser.title(),
                                teaser.lead(),
                                teaser.publishedAt(),
                                teaser.href()))
                        .toList(),
                page.next() == null ? null : PageAsked.written(page.next()));
    }
}
