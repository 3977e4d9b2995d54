package org.giaoban.portal;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** An article's page for editors and approvers: what it says, what to look at before it goes out, and the decision. */
@Controller
class ArticleDeskController {

    private final Articles articles;
    private final Submission submission;
    private final ArticleReview review;
    private final Publishing publishing;
    private final Flash flash;

    ArticleDeskController(
            Articles articles, Submission submission, ArticleReview review, Publishing publishing, Flash flash) {
        this.articles = articles;
        this.submission = submission;
        this.review = review;
        this.publishing = publishing;
        this.flash = flash;
    }

    @GetMapping("/articles/{id}")
    @Requires({Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE})
    ModelAndView show(@PathVariable UUID id) {
        return new ModelAndView("portal/desk", "page", review.page(new ArticleId(id)));
    }

    @PostMapping("/articles/{id}/submit")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView submit(@PathVariable UUID id) {
        try {
            submission.submit(new ArticleId(id));
            flash.ok("portal.article.submitted");
            return back(id);
        } catch (Refused refused) {
            flash.refused(refused);
            return ArticleController.seeOther("/articles/" + id + "/proof");
        }
    }

    @PostMapping("/articles/{id}/return")
    @Requires(Capability.ARTICLE_APPROVE)
    RedirectView giveBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String comment) {
        try {
            if (comment.length() > 1000) {
                throw new Refused("portal.article.comment-long");
            }
            articles.giveBack(new ArticleId(id), comment);
            flash.ok("portal.article.returned");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return back(id);
    }

    /** What will change for visitors, before it does. */
    @GetMapping("/articles/{id}/publish")
    @Requires(Capability.ARTICLE_APPROVE)
    ModelAndView preview(@PathVariable UUID id) {
        articles.approvable(new ArticleId(id));
        var page = review.page(new ArticleId(id));
        if (!page.can().decide()) {
            throw new Refused("portal.article.not-submitted");
        }
        return new ModelAndView("portal/publish", "page", page);
    }

    @PostMapping("/articles/{id}/publish")
    @Requires(Capability.ARTICLE_APPROVE)
    RedirectView publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        var hours = new Publishing.Hours(hour(from), hour(until));
        publishing.publish(new ArticleId(id), revision, hours);
        flash.ok(hours.from() == null ? "portal.article.published" : "portal.article.approved");
        return back(id);
    }

    /** What a field for day and hour says; refused when it says something else. */
    private static @Nullable Instant hour(@Nullable String typed) {
        var hour = LabelsForm.instant(typed);
        if (hour == null && typed != null && !typed.isBlank()) {
            throw new Refused("portal.form.time-wrong");
        }
        return hour;
    }

    @PostMapping("/articles/{id}/withdraw")
    @Requires(Capability.ARTICLE_APPROVE)
    RedirectView withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
        try {
            if (why.length() > 1000) {
                throw new Refused("portal.article.comment-long");
            }
            publishing.withdraw(new ArticleId(id), why);
            flash.ok("portal.article.withdrawn");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return back(id);
    }

    @PostMapping("/articles/{id}/hours")
    @Requires(Capability.ARTICLE_APPROVE)
    RedirectView hours(@PathVariable UUID id, @RequestParam(defaultValue = "") String until) {
        try {
            publishing.withdrawAt(new ArticleId(id), hour(until));
            flash.ok("portal.article.hours-kept");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return back(id);
    }

    @PostMapping("/articles/{id}/english")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView english(@PathVariable UUID id) {
        return ArticleController.seeOther("/articles/" + articles.startInEnglish(new ArticleId(id)));
    }

    @PostMapping("/articles/{id}/correct")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView correct(@PathVariable UUID id) {
        articles.correct(new ArticleId(id));
        return ArticleController.seeOther("/articles/" + id + "/edit");
    }

    private static RedirectView back(UUID id) {
        return ArticleController.seeOther("/articles/" + id);
    }
}
