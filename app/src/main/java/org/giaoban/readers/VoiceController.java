package org.giaoban.readers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.portal.ArticleId;
import org.giaoban.portal.PublicFrame.Around;
import org.giaoban.portal.PublishedArticle;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Stars, the challenge that forms must solve, and the page that says thanks. */
@Controller
class VoiceController {

    private final Ratings ratings;
    private final Doorkeeper doorkeeper;
    private final Challenges challenges;
    private final PublicPage pages;

    VoiceController(Ratings ratings, Doorkeeper doorkeeper, Challenges challenges, PublicPage pages) {
        this.ratings = ratings;
        this.doorkeeper = doorkeeper;
        this.challenges = challenges;
        this.pages = pages;
    }

    /** What a script shows after a vote. */
    public record Told(String words) {}

    public record ThanksPage(Around around, PublishedArticle article, String words) {}

    @GetMapping("/ban-doc/thach-do")
    @ForEveryone
    @ResponseBody
    Challenges.Challenge challenge() {
        return challenges.fresh();
    }

    @PostMapping("/ban-doc/{article}/danh-gia")
    @ForEveryone
    Object rate(@PathVariable UUID article, @RequestParam(defaultValue = "0") int stars, HttpServletRequest request) {
        if (stars < 1 || stars > Rating.MOST) {
            throw new Refused("readers.rating.choose");
        }
        var sender = Sender.of(request);
        if (!doorkeeper.mayStill("vote", sender)) {
            throw new Refused("readers.too-often");
        }
        var rating = ratings.cast(new ArticleId(article), stars, sender);
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE)
                ? ResponseEntity.ok(new Told(rating.words()))
                : new ModelAndView("redirect:/ban-doc/" + article + "/cam-on?viec=danh-gia");
    }

    @GetMapping("/ban-doc/{article}/cam-on")
    @ForEveryone
    ModelAndView thanks(@PathVariable UUID article, @RequestParam(name = "viec", defaultValue = "") String what) {
        var about = pages.article(article);
        var words = switch (what) {
            case "y-kien" -> Texts.text("readers.thanks.comment");
            case "bao-loi" -> Texts.text("readers.thanks.report");
            default ->
                Texts.text("readers.thanks.rating", ratings.of(about.id()).words());
        };
        return new ModelAndView("readers/thanks", "page", new ThanksPage(pages.around(), about, words));
    }
}
