package org.giaoban.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Letting an article out by a link: the approver who makes it, and the reader who decides with it. */
@Controller
class ApprovalController {

    private final ApprovalLinks links;
    private final ArticleReview review;
    private final CurrentViewer viewer;
    private final SiteAddress site;
    private final Flash flash;
    private final Clock clock;
    private final Albums albums;

    ApprovalController(
            ApprovalLinks links,
            ArticleReview review,
            CurrentViewer viewer,
            SiteAddress site,
            Flash flash,
            Clock clock,
            Albums albums) {
        this.links = links;
        this.review = review;
        this.viewer = viewer;
        this.site = site;
        this.flash = flash;
        this.clock = clock;
        this.albums = albums;
    }

    public record Line(String id, String reader, String tone, String state, String by, String until, boolean open) {}

    /**
     * The screen where links are made.
     *
     * @param address the one just made, shown this once; empty otherwise
     */
    public record LinksPage(String href, String title, String address, List<Line> links) {

        public Map<String, String> hours() {
            var hours = new LinkedHashMap<String, String>();
            ApprovalLinks.HOURS.forEach(each -> hours.put(String.valueOf(each), Texts.text("portal.link.hours", each)));
            return hours;
        }
    }

    public record DecidePage(
            String href,
            String reader,
            String maker,
            String until,
            ArticleReview.ReviewPage review,
            String error,
            String why) {}

    @GetMapping("/articles/{id}/links")
    @Requires(Capability.ARTICLE_APPROVE)
    ModelAndView list(@PathVariable UUID id) {
        return list(new ArticleId(id), "");
    }

    @PostMapping("/articles/{id}/links")
    @Requires(Capability.ARTICLE_APPROVE)
    Object make(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "24") int hours) {
        try {
            return list(new ArticleId(id), site.of("/duyet-bai/" + links.make(new ArticleId(id), reader, hours)));
        } catch (Refused refused) {
            flash.refused(refused);
            return ArticleController.seeOther("/articles/" + id + "/links");
        }
    }

    @PostMapping("/articles/{id}/links/{link}/revoke")
    @Requires(Capability.ARTICLE_APPROVE)
    RedirectView revoke(@PathVariable UUID id, @PathVariable UUID link) {
        links.revoke(new ArticleId(id), link);
        flash.ok("portal.link.revoked");
        return ArticleController.seeOther("/articles/" + id + "/links");
    }

    private ModelAndView list(ArticleId id, String address) {
        var lines = links.of(id).stream().map(this::line).toList();
        var title = review.page(id).shown().title();
        return new ModelAndView("portal/links", "page", new LinksPage("/articles/" + id, title, address, lines));
    }

    private Line line(ApprovalLink link) {
        var open = link.open(clock.instant());
        var ending = link.ending();
        var state = ending == null ? open ? "open" : "old" : ending.key();
        return new Line(
                link.id().toString(),
                link.reader(),
                open ? "waiting" : "neutral",
                Texts.text("portal.link.state." + state),
                link.maker().name(),
                Formats.dateTime(link.expiresAt()),
                open);
    }

    /** Reading decides nothing, so that a program that looks into mails cannot approve by looking. */
    @GetMapping("/duyet-bai/{token}")
    @ForEveryone(office = true)
    ModelAndView read(@PathVariable String token, HttpServletResponse response) {
        return page(token, "", "", response);
    }

    @PostMapping("/duyet-bai/{token}")
    @ForEveryone
    ModelAndView decide(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        try {
            if (decision.equals("approve")) {
                links.approve(token);
                return done("portal.link.approved");
            }
            links.giveBack(token, why);
            return done("portal.link.returned");
        } catch (Refused refused) {
            var again = page(token, refused.text(), why, response);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private ModelAndView page(String token, String error, String why, HttpServletResponse response) {
        var reading = links.open(token);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var shown = viewer.as(reading.maker(), () -> review.page(reading.link().article()));
        return new ModelAndView(
                        "portal/decide",
                        "page",
                        new DecidePage(
                                "/duyet-bai/" + token,
                                reading.link().reader(),
                                reading.link().maker().name(),
                                Formats.dateTime(reading.link().expiresAt()),
                                shown,
                                error,
                                why))
                .addObject("inside", albums.inside(shown.shown().album()));
    }

    private static ModelAndView done(String key) {
        return new ModelAndView("portal/decided", "said", Texts.text(key));
    }
}
