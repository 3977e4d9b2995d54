package org.giaoban.disclosure;

import java.util.List;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.pages.Kept;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublicFrame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Public figures: as a chart, as a table whose cells open their passport, and as open data. */
@Controller
class OpenFigureController {

    private final OpenFigures figures;
    private final PublicFrame frame;

    OpenFigureController(OpenFigures figures, PublicFrame frame) {
        this.figures = figures;
        this.frame = frame;
    }

    /** One series in the list. */
    public record Line(String href, String title, String unit, String last, String period) {}

    /** One figure: the period, what it was, and its passport. */
    public record Row(String period, String text, String plain, String href, String asOf) {}

    public record ListPage(PublicFrame.Around around, List<Line> lines, String licence) {}

    public record SeriesPage(
            PublicFrame.Around around, OpenFigures.Head head, List<Row> rows, boolean bars, String licence) {}

    @Kept
    @GetMapping("/so-lieu-cong-khai")
    @ForEveryone
    ModelAndView list() {
        return new ModelAndView(
                "disclosure/figures",
                "page",
                new ListPage(frame.around(SiteShelf.FIGURES), figures.lines(), OpenFigures.LICENCE));
    }

    /** What there is, as a catalogue for programs (DCAT). */
    @GetMapping("/so-lieu-cong-khai/danh-muc.json")
    @ForEveryone
    ResponseEntity<OpenCatalogue> catalogue() {
        return json(figures.catalogue());
    }

    @Kept
    @GetMapping("/so-lieu-cong-khai/{slug}")
    @ForEveryone
    ModelAndView show(@PathVariable String slug) {
        var series = figures.get(slug);
        var rows = series.figures().reversed().stream().map(OpenFigures::row).toList();
        return new ModelAndView(
                "disclosure/series",
                "page",
                new SeriesPage(
                        frame.around(SiteShelf.FIGURES), series.head(), rows, series.bars(), OpenFigures.LICENCE));
    }

    @GetMapping("/so-lieu-cong-khai/{slug}.json")
    @ForEveryone
    ResponseEntity<OpenSeries> json(@PathVariable String slug) {
        return json(figures.open(slug));
    }

    private static <T> ResponseEntity<T> json(T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(body);
    }

    @GetMapping("/so-lieu-cong-khai/{slug}.csv")
    @ForEveryone
    ResponseEntity<byte[]> csv(@PathVariable String slug) {
        var series = figures.get(slug);
        var head = series.head();
        var headers = List.of(
                Texts.text("disclosure.csv.indicator"),
                Texts.text("disclosure.csv.unit"),
                Texts.text("disclosure.csv.period"),
                Texts.text("disclosure.csv.value"),
                Texts.text("disclosure.csv.numerator"),
                Texts.text("disclosure.csv.denominator"),
                Texts.text("disclosure.csv.measure"),
                Texts.text("disclosure.csv.as-of"),
                Texts.text("disclosure.csv.passport"),
                Texts.text("disclosure.csv.licence"));
        var rows = series.figures().stream().map(each -> cells(head, each)).toList();
        return new TableExport(slug, headers, rows).csv();
    }

    private List<Object> cells(OpenFigures.Head head, FrozenFigure each) {
        var value = figures.value(each);
        return List.of(
                head.code(),
                head.unit(),
                value.period(),
                OpenFigures.orNothing(value.value()),
                OpenFigures.orNothing(value.numerator()),
                OpenFigures.orNothing(value.denominator()),
                head.measure(),
                value.asOf().toString(),
                value.passport(),
                OpenFigures.LICENCE);
    }
}
