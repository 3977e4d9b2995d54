package org.giaoban.portal;

import java.util.Map;
import java.util.UUID;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What the buttons of the editing page do after the text was kept, and which page comes next. */
@Component
class EditButtons {

    /** Buttons that lead to a page of their own. */
    private static final Map<String, String> AWAY =
            Map.of("pictures", "/pictures", "related", "/related", "author", "/author");

    private final Articles articles;
    private final Submission submission;
    private final BoundFigures figures;
    private final FigureSearch search;
    private final Flash flash;

    EditButtons(Articles articles, Submission submission, BoundFigures figures, FigureSearch search, Flash flash) {
        this.articles = articles;
        this.submission = submission;
        this.figures = figures;
        this.search = search;
        this.flash = flash;
    }

    /** What one press of a button sends besides the text. */
    public record Press(
            int revision,
            @Nullable String then,
            @Nullable String indicator,
            @Nullable String period,
            @Nullable String typed,
            @Nullable MultipartFile picture) {

        /** The typed period, where there is one, or else the chosen one. */
        @Nullable
        String when() {
            return typed == null || typed.isBlank() ? period : typed.strip();
        }

        String button() {
            return then == null ? "keep" : then;
        }
    }

    /** The text is kept already; what is refused now is said on the next page and nothing is lost. */
    String next(ArticleId article, Press press) {
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
        if (button.equals("figure")) {
            articles.append(article, search.take(article, press.indicator(), press.when()));
            flash.ok("portal.figure.appended");
        } else if (button.startsWith("renew:")) {
            var old = UUID.fromString(button.substring("renew:".length()));
            articles.rebind(article, old, figures.renew(old));
            flash.ok("portal.figure.renewed");
        } else {
            flash.ok("portal.article.kept");
        }
        return AWAY.containsKey(button) ? "/articles/" + article + AWAY.get(button) : edit;
    }
}
