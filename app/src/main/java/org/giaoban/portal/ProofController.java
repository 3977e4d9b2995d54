package org.giaoban.portal;

import java.util.List;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What the checks say of an article: live beside the editor, and as a list that works without a script. */
@Controller
class ProofController {

    private static final int MOST_KEYS = 200;

    private final ProofPages pages;
    private final ArticleProof proof;
    private final Articles articles;
    private final FigureRenewal renewal;
    private final Flash flash;

    ProofController(ProofPages pages, ArticleProof proof, Articles articles, FigureRenewal renewal, Flash flash) {
        this.pages = pages;
        this.proof = proof;
        this.articles = articles;
        this.renewal = renewal;
        this.flash = flash;
    }

    /** A field's new words, for the script of the editor. */
    public record Mended(String part, String text) {}

    /** Why a mend did not happen. */
    public record Declined(String message) {}

    @GetMapping("/articles/{id}/proof")
    @Requires({Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE})
    ModelAndView list(@PathVariable UUID id) {
        return new ModelAndView("portal/proof", "page", pages.page(new ArticleId(id)));
    }

    /** The words as they stand in the editor, kept or not. */
    @PostMapping("/articles/{id}/proof/look")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView look(@PathVariable UUID id, ArticleForm form, LabelsForm labels) {
        return new ModelAndView("portal/remarks", "remarks", pages.live(new ArticleId(id), form, labels));
    }

    @PostMapping("/articles/{id}/proof/try")
    @Requires(Capability.ARTICLE_WRITE)
    ResponseEntity<Object> tried(
            @PathVariable UUID id,
            ArticleForm form,
            LabelsForm labels,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int mend) {
        try {
            return ResponseEntity.ok(pages.mended(new ArticleId(id), form, labels, key, mend));
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Declined(refused.text()));
        }
    }

    @PostMapping("/articles/{id}/proof/mend")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView mend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int mend,
            @RequestParam(defaultValue = "") String back) {
        try {
            proof.mend(new ArticleId(id), key, mend);
            flash.ok("portal.proof.mended");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return back(id, back);
    }

    @PostMapping("/articles/{id}/proof/seen")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView seen(
            @PathVariable UUID id,
            @RequestParam(required = false) List<String> key,
            @RequestParam(defaultValue = "") String back) {
        articles.writable(new ArticleId(id));
        if (key != null && key.size() <= MOST_KEYS) {
            proof.see(new ArticleId(id), key);
        }
        return back(id, back);
    }

    /** A new version of a published article with the register's figures of now and a note that says so. */
    @PostMapping("/articles/{id}/proof/correct")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView correct(@PathVariable UUID id) {
        try {
            renewal.correct(new ArticleId(id));
            flash.ok("portal.proof.corrected");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return ArticleController.seeOther("/articles/" + id);
    }

    /** Only a page of ours. */
    private static RedirectView back(UUID id, String back) {
        var ours = back.matches("/[A-Za-z0-9][A-Za-z0-9/_?=&.-]*");
        return ArticleController.seeOther(ours ? back : "/articles/" + id + "/proof");
    }
}
