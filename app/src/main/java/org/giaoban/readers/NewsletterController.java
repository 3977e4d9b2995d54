package org.giaoban.readers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublicFrame.Around;
import org.giaoban.readers.Questions.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The newsletter's pages: asking for it, confirming, leaving. What a mail program opens by itself changes nothing. */
@Controller
class NewsletterController {

    private final Newsletter newsletter;
    private final Doorkeeper doorkeeper;
    private final Questions questions;
    private final PublicPage pages;

    NewsletterController(Newsletter newsletter, Doorkeeper doorkeeper, Questions questions, PublicPage pages) {
        this.newsletter = newsletter;
        this.doorkeeper = doorkeeper;
        this.questions = questions;
        this.pages = pages;
    }

    public record Page(
            Around around, boolean possible, NewsletterForm form, Question question, Map<String, String> errors) {

        Map<String, String> paces() {
            var paces = new LinkedHashMap<String, String>();
            Arrays.stream(Pace.values()).forEach(pace -> paces.put(pace.name(), pace.words()));
            return paces;
        }
    }

    /** A page with a sentence and perhaps a button. */
    public record SayPage(
            Around around,
            String title,
            String words,
            @Nullable String action,
            @Nullable String button) {}

    @GetMapping("/ban-tin")
    @ForEveryone
    ModelAndView form() {
        return page(NewsletterForm.EMPTY, Map.of());
    }

    private ModelAndView page(NewsletterForm form, Map<String, String> errors) {
        var page = new Page(pages.around(), newsletter.possible(), form, questions.fresh(), errors);
        return new ModelAndView("readers/newsletter", "page", page);
    }

    @PostMapping("/ban-tin")
    @ForEveryone
    ModelAndView ask(
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String pace,
            HttpServletRequest request) {
        var form = NewsletterForm.of(address, pace);
        var errors = new LinkedHashMap<>(form.errors());
        if (!newsletter.possible()) {
            errors.put("address", Texts.text("readers.newsletter.no-server"));
        }
        if (errors.isEmpty()) {
            doorkeeper
                    .refusal("subscribe", Sender.of(request), Proof.of(request))
                    .ifPresent(key -> errors.put("answer", Texts.text(key)));
        }
        if (!errors.isEmpty()) {
            var again = page(form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        newsletter.ask(form.address(), form.chosen());
        return new ModelAndView("redirect:/ban-tin/da-gui");
    }

    @GetMapping("/ban-tin/da-gui")
    @ForEveryone
    ModelAndView sent() {
        return say("readers.newsletter.asked", null, null);
    }

    @GetMapping("/ban-tin/xac-nhan/{token}")
    @ForEveryone(office = true)
    ModelAndView confirming(@PathVariable String token) {
        if (newsletter.find(token).isEmpty()) {
            throw new NotFound("newsletter");
        }
        return say("readers.newsletter.confirm", Newsletter.CONFIRM + token, "readers.newsletter.confirm-button");
    }

    @PostMapping("/ban-tin/xac-nhan/{token}")
    @ForEveryone
    ModelAndView confirm(@PathVariable String token) {
        newsletter.confirm(token);
        return new ModelAndView("redirect:/ban-tin/xong");
    }

    @GetMapping("/ban-tin/xong")
    @ForEveryone
    ModelAndView confirmed() {
        return say("readers.newsletter.confirmed", null, null);
    }

    /** The same for somebody who is on the list and somebody who is not any more. */
    @GetMapping("/ban-tin/huy/{token}")
    @ForEveryone(office = true)
    ModelAndView leaving(@PathVariable String token) {
        return newsletter.find(token).isEmpty()
                ? say("readers.newsletter.left", null, null)
                : say("readers.newsletter.leave", Newsletter.LEAVE + token, "readers.newsletter.leave-button");
    }

    @PostMapping("/ban-tin/huy/{token}")
    @ForEveryone
    ModelAndView leave(@PathVariable String token) {
        newsletter.leave(token);
        return new ModelAndView("redirect:/ban-tin/da-huy");
    }

    @GetMapping("/ban-tin/da-huy")
    @ForEveryone
    ModelAndView left() {
        return say("readers.newsletter.left", null, null);
    }

    private ModelAndView say(String key, @Nullable String action, @Nullable String button) {
        var page = new SayPage(
                pages.around(),
                Texts.text("readers.newsletter"),
                Texts.text(key),
                action,
                button == null ? null : Texts.text(button));
        return new ModelAndView("readers/say", "page", page);
    }
}
