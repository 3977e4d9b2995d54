package org.giaoban.search;

import java.util.List;
import org.giaoban.platform.ForSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the search box. */
@Controller
class SearchController {

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /** What was asked and what was found. */
    public record Page(String query, boolean tooShort, List<Search.Group> groups) {}

    @GetMapping("/search")
    @ForSignedIn
    ModelAndView search(@RequestParam(defaultValue = "") String q) {
        var query = Search.query(q);
        var page = new Page(query, query.length() < Search.SHORTEST, search.find(q));
        return new ModelAndView("search/results", "page", page);
    }
}
