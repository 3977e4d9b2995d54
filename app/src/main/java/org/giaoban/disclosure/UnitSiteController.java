package org.giaoban.disclosure;

import java.util.List;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.giaoban.portal.PublicFrame;
import org.giaoban.portal.RichText;
import org.giaoban.portal.Teaser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Each unit's own place on the site; the address of a unit that ended leads to its heir. */
@Controller
class UnitSiteController {

    private static final int FEW = 6;

    private final UnitSites sites;
    private final UnitShow show;
    private final PublicFrame frame;

    UnitSiteController(UnitSites sites, UnitShow show, PublicFrame frame) {
        this.sites = sites;
        this.show = show;
        this.frame = frame;
    }

    /** How the unit is reached. */
    public record Contact(String address, String phone, String email, String hours) {}

    public record Link(String name, String href) {}

    public record UnitPage(
            PublicFrame.Around around,
            String name,
            String code,
            List<Link> above,
            List<Link> former,
            String body,
            @Nullable String language,
            Contact contact,
            Shown shown) {}

    /** What is public of the unit and of those it came after. */
    public record Shown(
            List<Officials.Official> officials,
            List<Teaser> news,
            List<Link> papers,
            List<WorkCalendarController.Entry> work,
            List<OpenFigureController.Line> figures,
            List<Link> below) {}

    public record HeirsPage(PublicFrame.Around around, String name, List<Link> heirs) {}

    @GetMapping("/don-vi/{code}")
    @ForEveryone
    Object unit(@PathVariable String code) {
        var found = sites.at(code).orElseThrow(() -> new NotFound(code));
        var place = found.place();
        if (place == null) {
            return found.heirs().size() == 1 ? moved(found.heirs().getFirst().href()) : heirs(found);
        }
        if (!code.equals(code.toLowerCase(java.util.Locale.ROOT))) {
            return moved(place.href());
        }
        return new ModelAndView("disclosure/unit", "page", page(place));
    }

    private static RedirectView moved(String to) {
        var view = new RedirectView(to);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return view;
    }

    private ModelAndView heirs(UnitSites.Found found) {
        var heirs = found.heirs().stream()
                .map(each -> new Link(each.unit().name(), each.href()))
                .toList();
        return new ModelAndView(
                "disclosure/heirs", "page", new HeirsPage(frame.around(SiteShelf.CHART), found.formerName(), heirs));
    }

    private UnitPage page(UnitSites.Place place) {
        var said = place.said() == null ? Facts.NONE : place.said().facts();
        var places = sites.all();
        return new UnitPage(
                frame.around(SiteShelf.CHART),
                place.unit().name(),
                place.unit().code(),
                show.above(place, places),
                show.former(place),
                RichText.clean(said.told("body")),
                said.language("body"),
                new Contact(said.text("address"), said.text("phone"), said.text("email"), said.told("hours")),
                show.of(place, places, FEW));
    }
}
