package org.giaoban.readers;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.giaoban.pages.Holes;
import org.giaoban.platform.Frame;
import org.giaoban.platform.Templates;
import org.giaoban.portal.ArticleCorner;
import org.giaoban.portal.ArticleId;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Below an article: the readers' rating, their comments, and the ways to say something. */
@Component
class ReaderCorner implements ArticleCorner {

    private static final int NEWEST = 10;

    private final RatingNumber rating;
    private final ReaderComments comments;
    private final Templates templates;

    ReaderCorner(RatingNumber rating, ReaderComments comments, Templates templates) {
        this.rating = rating;
        this.comments = comments;
        this.templates = templates;
    }

    /** The newest comments, and whether there are more. */
    public record Voices(String article, String rating, List<Comment> comments, int count, boolean more) {

        String href() {
            return "/ban-doc/" + article;
        }
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Content under(ArticleId id, Frame frame) {
        var shown = comments.shown(id, null, NEWEST);
        var count = shown.items().size() < NEWEST ? shown.items().size() : comments.shownCount(id);
        var voices = new Voices(id.toString(), rating(id), shown.items(), count, shown.next() != null);
        return templates.part("readers/corner", Map.of("voices", voices, "frame", frame));
    }

    /** In a kept page only its place. */
    private String rating(ArticleId id) {
        var now = RequestContextHolder.getRequestAttributes();
        return now instanceof ServletRequestAttributes request
                ? Holes.number(request.getRequest(), rating, id.value(), () -> rating.text(id.value()))
                : rating.text(id.value());
    }
}
