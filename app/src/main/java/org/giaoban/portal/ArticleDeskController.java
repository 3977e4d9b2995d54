package org.giaoban.portal;

import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
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
    private final ArticleReview review;
    private final Flash flash;

    ArticleDeskController(Articles articles, ArticleReview review, Flash flash) {
        this.articles = articles;
        this.review = review;
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
        articles.submit(new ArticleId(id));
        flash.ok("portal.article.submitted");
        return back(id);
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
    RedirectView publish(@PathVariable UUID id, @RequestParam(defaultValue = "0") int revision) {
        articles.publish(new ArticleId(id), revision);
        flash.ok("portal.article.published");
        return back(id);
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
