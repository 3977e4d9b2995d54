package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.giaoban.platform.Texts;
import org.giaoban.portal.Heading;
import org.giaoban.portal.ShownFigures;
import org.giaoban.portal.SideBox;
import org.giaoban.portal.SideBoxes;
import org.giaoban.portal.SiteHeadings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What every public page shows of this module: entries of the bar, banners, link lists and pages, read anew when one changed. */
@Component
@Order(50)
class SiteShelf implements SiteHeadings, SideBoxes, ShownFigures {

    static final String PAPERS = "van-ban";
    static final String FIGURES = "so-lieu-cong-khai";
    static final String CHART = "to-chuc";
    static final String CALENDAR = "lich-cong-tac";

    private static final int MOST = 60;

    private final ReleasedRepository released;
    private final ReleasedFigures figures;
    private final Remembered<Shelf> shelf;
    private final Clock clock;

    SiteShelf(ReleasedRepository released, ReleasedFigures figures, Stamps stamps, Clock clock) {
        this.released = released;
        this.figures = figures;
        this.clock = clock;
        this.shelf = stamps.remembered("disclosure.shelf", this::read);
    }

    private record Shelf(List<Released> banners, List<Released> pages) {}

    private Shelf read() {
        var all = ReleasedRepository.Asked.ANY;
        return new Shelf(released.inOrder(Kind.BANNER, all, MOST), released.inOrder(Kind.PAGE, all, MOST));
    }

    void renew() {
        shelf.renew();
    }

    @Override
    public List<Heading> headings() {
        return List.of(
                new Heading(PAPERS, Texts.text("disclosure.bar.papers"), "/" + PAPERS),
                new Heading(FIGURES, Texts.text("disclosure.bar.figures"), "/" + FIGURES),
                new Heading(CHART, Texts.text("disclosure.bar.chart"), "/" + CHART),
                new Heading(CALENDAR, Texts.text("disclosure.bar.calendar"), "/" + CALENDAR));
    }

    /** Banners first, then every list of links under its own heading, then the pages about the agency. */
    @Override
    public List<SideBox> boxes() {
        var today = LocalDate.now(clock);
        var lists = new LinkedHashMap<String, List<SideBox.Entry>>();
        for (var banner : shelf.get().banners()) {
            if (banner.holds(today)) {
                var strong = banner.sort().equals("BANNER");
                var named = banner.facts().told("box");
                var box = strong || named.isBlank()
                        ? Texts.text(strong ? "disclosure.box.banners" : "disclosure.box.links")
                        : named;
                lists.computeIfAbsent(box, title -> new ArrayList<>())
                        .add(new SideBox.Entry(
                                banner.title(),
                                banner.facts().text("href"),
                                banner.facts().told("note"),
                                strong));
            }
        }
        var pages = shelf.get().pages();
        if (!pages.isEmpty()) {
            lists.put(
                    Texts.text("disclosure.box.pages"),
                    pages.stream()
                            .map(page -> new SideBox.Entry(page.title(), "/trang/" + page.slug(), "", false))
                            .toList());
        }
        return lists.entrySet().stream()
                .map(list -> new SideBox(list.getKey(), list.getValue()))
                .toList();
    }

    @Override
    public boolean shows(UUID figure) {
        return figures.shows(figure);
    }
}
