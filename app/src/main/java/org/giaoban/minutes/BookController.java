package org.giaoban.minutes;

import static org.giaoban.access.Capability.MEETING_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.documents.PaperPdf;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The minutes book of a unit and year, on screen and in Word, .xlsx and .csv. */
@Controller
class BookController {

    private static final int FIRST = 1930;
    private static final int LAST = 2200;

    private final Book book;
    private final PaperPdf pdf;

    BookController(Book book, PaperPdf pdf) {
        this.book = book;
        this.pdf = pdf;
    }

    /** The book with the units to choose from. */
    public record Page(
            Book.@Nullable Year book, Map<String, String> units, Map<String, String> former, String unit, int year) {

        public String query() {
            return "?unit=" + unit + "&year=" + year;
        }
    }

    @GetMapping("/minutes")
    @Requires(MEETING_READ)
    ModelAndView show(@RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "0") int year) {
        var units = book.units();
        var chosen = unit.isEmpty() ? units.keySet().stream().findFirst().orElse("") : unit;
        var of = year(year);
        if (chosen.isEmpty()) {
            return new ModelAndView("minutes/book", "page", new Page(null, units, Map.of(), chosen, of));
        }
        var shown = book.of(id(chosen), of);
        units.putIfAbsent(chosen, shown.unitName());
        return new ModelAndView("minutes/book", "page", new Page(shown, units, book.former(id(chosen)), chosen, of));
    }

    @GetMapping("/minutes/book.docx")
    @Requires(MEETING_READ)
    ResponseEntity<byte[]> word(@RequestParam UUID unit, @RequestParam(defaultValue = "0") int year) {
        var of = book.of(new UnitId(unit), year(year));
        return TableExport.file(
                Texts.text("minutes.book.file", String.valueOf(of.year())) + ".docx",
                MinutesController.WORD,
                book.word(of));
    }

    @GetMapping("/minutes/book.pdf")
    @Requires(MEETING_READ)
    ResponseEntity<byte[]> pdf(@RequestParam UUID unit, @RequestParam(defaultValue = "0") int year) {
        var of = book.of(new UnitId(unit), year(year));
        return TableExport.file(
                Texts.text("minutes.book.file", String.valueOf(of.year())) + ".pdf",
                "application/pdf",
                pdf.of("minutes/bookpaper.jte", book.print(of)));
    }

    @GetMapping("/minutes/book")
    @Requires(MEETING_READ)
    ResponseEntity<byte[]> table(
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "xlsx") String format) {
        var of = book.of(new UnitId(unit), year(year));
        var rows = new ArrayList<List<?>>();
        of.entries().forEach(one -> rows.add(row(one)));
        var total = of.total();
        rows.add(row("", "", Texts.text("minutes.book.sum"), total));
        return new TableExport(Texts.text("minutes.book.file", String.valueOf(of.year())), headers(), rows).as(format);
    }

    private static List<String> headers() {
        return List.of("number", "day", "title", "summoned", "taking", "online", "excused", "absent").stream()
                .map(column -> Texts.text("minutes.book." + column))
                .toList();
    }

    private static List<?> row(Minutes one) {
        var number = one.number();
        return row(
                number == null ? "" : number.number(),
                one.facts().day(),
                one.facts().title(),
                one.facts().attendance());
    }

    private static List<?> row(Object number, Object day, String title, Minutes.Attendance of) {
        return List.of(number, day, title, of.summoned(), of.taking(), of.online(), of.excused(), of.absent());
    }

    private int year(int asked) {
        return asked < FIRST || asked > LAST ? book.thisYear() : asked;
    }

    private static UnitId id(String text) {
        try {
            return new UnitId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new org.giaoban.platform.NotFound(text);
        }
    }
}
