package org.giaoban.readers;

import static org.giaoban.access.Capability.COMMENT_MODERATE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.portal.PublishedArticles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue of comments: shown, refused, answered. */
@Controller
class ReaderDeskController {

    private static final int LONGEST_REPLY = 2_000;

    private final ReaderComments comments;
    private final PublishedArticles articles;
    private final Flash flash;

    ReaderDeskController(ReaderComments comments, PublishedArticles articles, Flash flash) {
        this.comments = comments;
        this.articles = articles;
        this.flash = flash;
    }

    /** A comment with the article it is about; the article may have gone by now. */
    public record Row(Comment comment, Optional<PublishedArticle> article) {}

    public record Page(
            Comment.State state, List<Row> rows, @Nullable String next) {

        Map<String, String> tabs() {
            return ReaderTabs.of();
        }

        Map<String, String> states() {
            var states = new LinkedHashMap<String, String>();
            for (var one : Comment.State.values()) {
                states.put("/readers?state=" + one, one.words());
            }
            return states;
        }

        String href() {
            return "/readers?state=" + state;
        }
    }

    @GetMapping("/readers")
    @Requires(COMMENT_MODERATE)
    ModelAndView list(
            @RequestParam(defaultValue = "WAITING") Comment.State state,
            @RequestParam(required = false) @Nullable String after) {
        var slice = comments.list(state, after);
        var about = articles.byIds(slice.items().stream().map(Comment::article).toList());
        var rows = slice.items().stream()
                .map(comment -> new Row(comment, Optional.ofNullable(about.get(comment.article()))))
                .toList();
        var next = slice.next() == null ? null : "/readers?state=" + state + "&after=" + slice.next();
        return new ModelAndView("readers/desk", "page", new Page(state, rows, next));
    }

    @PostMapping("/readers/comments/{id}/show")
    @Requires(COMMENT_MODERATE)
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "") String reply) {
        return done(Comment.State.WAITING, () -> {
            comments.show(id, checked(reply));
            flash.ok("readers.flash.shown");
        });
    }

    @PostMapping("/readers/comments/{id}/refuse")
    @Requires(COMMENT_MODERATE)
    ModelAndView refuse(@PathVariable UUID id) {
        return done(Comment.State.WAITING, () -> {
            comments.refuse(id);
            flash.ok("readers.flash.refused");
        });
    }

    @PostMapping("/readers/comments/{id}/take-down")
    @Requires(COMMENT_MODERATE)
    ModelAndView takeDown(@PathVariable UUID id) {
        return done(Comment.State.SHOWN, () -> {
            comments.takeDown(id);
            flash.ok("readers.flash.taken-down");
        });
    }

    @PostMapping("/readers/comments/{id}/reply")
    @Requires(COMMENT_MODERATE)
    ModelAndView reply(@PathVariable UUID id, @RequestParam(defaultValue = "") String reply) {
        return done(Comment.State.SHOWN, () -> {
            comments.reply(id, checked(reply));
            flash.ok("readers.flash.replied");
        });
    }

    private static String checked(String reply) {
        var text = Typed.text(reply);
        if (text.length() > LONGEST_REPLY) {
            throw new Refused("readers.form.too-long", LONGEST_REPLY);
        }
        return text;
    }

    private ModelAndView done(Comment.State list, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView("redirect:/readers?state=" + list);
    }
}
