package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.spreadsheets.CellRef;
import org.giaoban.spreadsheets.Spreadsheet;

/** Reads a filled workbook by its named cells. */
final class WorkbookReader {

    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_REQUEST = 2_000;

    private final Spreadsheet book;
    private final Form form;
    private final List<Problem> problems = new ArrayList<>();

    private WorkbookReader(Spreadsheet book, Form form) {
        this.book = book;
        this.form = form;
    }

    static ReturnReading read(Spreadsheet book, Form form, Map<String, Indicator> indicators) {
        return new WorkbookReader(book, form).read(indicators);
    }

    private ReturnReading read(Map<String, Indicator> indicators) {
        var values = new LinkedHashMap<String, Entry>();
        for (String code : form.indicators()) {
            var indicator = indicators.get(code);
            if (indicator == null) {
                continue;
            }
            var reading = LineReader.read(indicator, line(code));
            problems.addAll(reading.problems());
            if (reading.entry() != null) {
                values.put(code, reading.entry());
            }
            if (book.named(CellNames.value(code)).isEmpty()) {
                problems.add(Problem.of(code, null, "reporting.cell.deleted", indicator.name()));
            }
        }
        return new ReturnReading(new Content(values, texts(), requests()), List.copyOf(problems));
    }

    private Line line(String code) {
        return new Line(
                book.at(CellNames.value(code)),
                book.at(CellNames.mark(code)),
                book.at(CellNames.numerator(code)),
                book.at(CellNames.denominator(code)),
                book.at(CellNames.reason(code)),
                place(CellNames.value(code)));
    }

    private String place(String name) {
        return book.named(name).map(CellRef::label).orElse(name);
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        for (var section : form.sections()) {
            String body = text(CellNames.section(section.code()), LONGEST_TEXT);
            if (!body.isEmpty()) {
                texts.put(section.code(), body);
            }
        }
        return texts;
    }

    private List<Request> requests() {
        var requests = new ArrayList<Request>();
        for (int row = 1; row <= Form.REQUESTS; row++) {
            String text = text(CellNames.request(row), LONGEST_REQUEST);
            String addressee = text(CellNames.addressee(row), 200);
            if (!text.isEmpty()) {
                requests.add(new Request(text, addressee));
            } else if (!addressee.isEmpty()) {
                problems.add(
                        Problem.of(null, place(CellNames.addressee(row)), "reporting.cell.request-empty", addressee));
            }
        }
        return List.copyOf(requests);
    }

    private String text(String name, int longest) {
        var cell = book.at(name);
        if (cell.kind() == org.giaoban.spreadsheets.Cell.Kind.ERROR) {
            problems.add(Problem.of(null, place(name), "reporting.cell.error", cell.text()));
            return "";
        }
        String text = plain(cell.text());
        if (text.length() > longest) {
            problems.add(Problem.of(null, place(name), "reporting.cell.long", String.valueOf(longest)));
            return text.substring(0, longest);
        }
        return text;
    }

    /** One form for the same words, whatever wrote them: composed letters, plain line ends, no control characters. */
    static String plain(String text) {
        return VietnameseText.nfc(text)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
