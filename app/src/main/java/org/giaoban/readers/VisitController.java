package org.giaoban.readers;

import jakarta.servlet.http.HttpServletRequest;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Formats;
import org.giaoban.portal.PublicFrame.Around;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** How many readers are here and were here: counted by every page's script, shown below it and on a page of its own. */
@Controller
class VisitController {

    private final Visits visits;
    private final PublicPage pages;

    VisitController(Visits visits, PublicPage pages) {
        this.visits = visits;
        this.pages = pages;
    }

    /** The numbers, ready to show. */
    public record Shown(String now, String today, String week, String month, String all) {

        static Shown of(Visits.Numbers numbers) {
            return new Shown(
                    Formats.number(numbers.now()),
                    Formats.number(numbers.today()),
                    Formats.number(numbers.week()),
                    Formats.number(numbers.month()),
                    Formats.number(numbers.all()));
        }
    }

    public record Page(Around around, Shown shown) {}

    @PostMapping("/ban-doc/luot")
    @ForEveryone
    @ResponseBody
    Shown count(HttpServletRequest request) {
        return Shown.of(visits.seen(Sender.of(request)));
    }

    @GetMapping("/luot-truy-cap")
    @ForEveryone
    ModelAndView page(HttpServletRequest request) {
        var shown = Shown.of(visits.seen(Sender.of(request)));
        return new ModelAndView("readers/visits", "page", new Page(pages.around(), shown));
    }
}
