package org.giaoban.portal;

import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Figures of the register by search: a page of its own, and the list beside the editor. */
@Controller
class FigureSearchController {

    private final FigureSearch search;
    private final Flash flash;

    FigureSearchController(FigureSearch search, Flash flash) {
        this.search = search;
        this.flash = flash;
    }

    /** A figure ready to stand in the text. */
    public record Inserted(String id, String text) {}

    public record Declined(String message) {}

    @GetMapping("/articles/{id}/figures")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView find(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String typed,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part) {
        var page = search.page(new ArticleId(id), new FigureSearch.Wanted(q == null ? "" : q, unit, period, typed));
        return new ModelAndView("portal/" + view(part, q), "page", page);
    }

    private static String view(String part, @Nullable String q) {
        if (part.isEmpty()) {
            return "figuresearch";
        }
        return q == null ? "figurepanel" : "figuresfound";
    }

    /** For the editor with a script: freezes the figure and hands back what to put where the cursor stands. */
    @PostMapping("/articles/{id}/figures/take")
    @Requires(Capability.ARTICLE_WRITE)
    ResponseEntity<Object> take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String period) {
        return inserted(() -> search.take(new ArticleId(id), unit, indicator, period));
    }

    /** The same for a figure of the article's own unit, chosen from the lists. */
    @PostMapping("/articles/{id}/figures")
    @Requires(Capability.ARTICLE_WRITE)
    ResponseEntity<Object> figure(@PathVariable UUID id, @RequestParam String indicator, @RequestParam String period) {
        return inserted(() -> search.take(new ArticleId(id), indicator, period));
    }

    private static ResponseEntity<Object> inserted(Supplier<FrozenFigure> taking) {
        try {
            var figure = taking.get();
            return ResponseEntity.ok(new Inserted(figure.id().toString(), figure.text()));
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Declined(refused.text()));
        }
    }

    @PostMapping("/articles/{id}/figures/append")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView append(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String period) {
        try {
            search.append(new ArticleId(id), unit, indicator, period);
            flash.ok("portal.figure.appended");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return ArticleController.seeOther("/articles/" + id + "/edit");
    }
}
