package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.pictures.Copies;
import org.giaoban.pictures.Pictures;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.giaoban.platform.Texts;
import org.giaoban.portal.Heading;
import org.giaoban.portal.PictureView;
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
    private final Pictures pictures;
    private final Remembered<Shelf> shelf;
    private final Clock clock;

    SiteShelf(ReleasedRepository released, ReleasedFigures figures, Pictures pictures, Stamps stamps, Clock clock) {
        this.released = released;
        this.figures = figures;
        this.pictures = pictures;
        this.clock = clock;
        this.shelf = stamps.remembered("disclosure.shelf", this::read);
    }

    private record Shelf(List<Released> banners, List<Released> pages, Map<UUID, Copies> copies) {}

    private Shelf read() {
        var all = ReleasedRepository.Asked.ANY;
        var banners = released.inOrder(Kind.BANNER, all, MOST);
        var pictured = banners.stream()
                .flatMap(each -> Stream.ofNullable(each.facts().id("picture")))
                .toList();
        return new Shelf(banners, released.inOrder(Kind.PAGE, all, MOST), pictures.copies(pictured));
    }

    /** Those that stand on the site this day. */
    List<Released> banners(LocalDate day) {
        return shelf.get().banners().stream().filter(each -> each.holds(day)).toList();
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
        for (var banner : banners(today)) {
            lists.computeIfAbsent(box(banner), title -> new ArrayList<>()).add(entry(banner));
        }
        var pages = shelf.get().pages();
        if (!pages.isEmpty()) {
            lists.put(
                    Texts.text("disclosure.box.pages"),
                    pages.stream()
                            .map(page -> new SideBox.Entry(page.title(), "/trang/" + page.slug(), "", false, null))
                            .toList());
        }
        return lists.entrySet().stream()
                .map(list -> new SideBox(list.getKey(), list.getValue()))
                .toList();
    }

    private static String box(Released banner) {
        var strong = banner.sort().equals("BANNER");
        var named = banner.facts().told("box");
        return strong || named.isBlank()
                ? Texts.text(strong ? "disclosure.box.banners" : "disclosure.box.links")
                : named;
    }

    private SideBox.Entry entry(Released banner) {
        var facts = banner.facts();
        var id = facts.id("picture");
        var copies = id == null ? null : shelf.get().copies().get(id);
        var picture = copies == null ? null : new PictureView(copies, "", facts.told("alt"));
        return new SideBox.Entry(
                banner.title(),
                facts.text("href"),
                facts.told("note"),
                banner.sort().equals("BANNER"),
                picture);
    }

    @Override
    public boolean shows(UUID figure) {
        return figures.shows(figure);
    }
}
