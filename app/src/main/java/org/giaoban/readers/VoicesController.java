package org.giaoban.readers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublicFrame.Around;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.readers.Questions.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All comments on an article, and the form for one more. */
@Controller
class VoicesController {

    private final ReaderComments comments;
    private final WordList words;
    private final Doorkeeper doorkeeper;
    private final Questions questions;
    private final PublicPage pages;

    VoicesController(
            ReaderComments comments, WordList words, Doorkeeper doorkeeper, Questions questions, PublicPage pages) {
        this.comments = comments;
        this.words = words;
        this.doorkeeper = doorkeeper;
        this.questions = questions;
        this.pages = pages;
    }

    public record Page(
            Around around,
            PublishedArticle article,
            Slice<Comment> comments,
            CommentForm form,
            Question question,
            Map<String, String> errors) {

        String href() {
            return "/ban-doc/" + article.id() + "/y-kien";
        }

        @Nullable
        String next() {
            return comments.next() == null ? null : href() + "?after=" + comments.next();
        }
    }

    @GetMapping("/ban-doc/{article}/y-kien")
    @ForEveryone
    ModelAndView all(@PathVariable UUID article, @RequestParam(required = false) @Nullable String after) {
        return page(pages.article(article), after, CommentForm.EMPTY, Map.of());
    }

    private ModelAndView page(
            PublishedArticle article, @Nullable String after, CommentForm form, Map<String, String> errors) {
        var shown = comments.shown(article.id(), after, ReaderComments.PAGE);
        var page = new Page(pages.around(), article, shown, form, questions.fresh(), errors);
        return new ModelAndView("readers/comments", "page", page);
    }

    /** Nothing typed is lost by a refusal; the proof is looked at last, for it is good only once. */
    @PostMapping("/ban-doc/{article}/y-kien")
    @ForEveryone
    ModelAndView write(
            @PathVariable UUID article,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String body,
            HttpServletRequest request) {
        var about = pages.article(article);
        var form = CommentForm.of(author, body);
        var errors = new LinkedHashMap<>(form.errors());
        var found = words.in(form.author() + "\n" + form.body());
        if (!found.refused().isEmpty()) {
            errors.put("body", Texts.text("readers.comment.refused-words", String.join(", ", found.refused())));
        }
        if (errors.isEmpty()) {
            doorkeeper
                    .refusal("comment", Sender.of(request), Proof.of(request))
                    .ifPresent(key -> errors.put("answer", Texts.text(key)));
        }
        if (errors.isEmpty() && !comments.write(about, form, found)) {
            errors.put("body", Texts.text("readers.full"));
        }
        if (!errors.isEmpty()) {
            var again = page(about, null, form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return new ModelAndView("redirect:/ban-doc/" + about.id() + "/cam-on?viec=y-kien");
    }
}
