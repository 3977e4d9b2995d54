package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.Indicator;

/** Reads what was typed on screen, by the same rules as a workbook. */
final class ScreenReader {

    private ScreenReader() {}

    static ReturnReading read(Fields fields, Form form, Map<String, Indicator> indicators) {
        var problems = new ArrayList<Problem>();
        var values = new LinkedHashMap<String, Entry>();
        for (String code : form.indicators()) {
            var indicator = indicators.get(code);
            if (indicator != null) {
                var reading = LineReader.read(indicator, fields.line(code));
                problems.addAll(reading.problems());
                if (reading.entry() != null) {
                    values.put(code, reading.entry());
                }
            }
        }
        var texts = new LinkedHashMap<String, String>();
        form.sections().forEach(section -> {
            String body = WorkbookReader.plain(fields.get("s." + section.code()));
            if (!body.isEmpty()) {
                texts.put(section.code(), body);
            }
        });
        return new ReturnReading(new Content(values, texts, requests(fields, problems)), List.copyOf(problems));
    }

    private static List<Request> requests(Fields fields, List<Problem> problems) {
        var requests = new ArrayList<Request>();
        for (int row = 1; row <= Form.REQUESTS; row++) {
            String text = WorkbookReader.plain(fields.get("k." + row));
            String addressee = WorkbookReader.plain(fields.get("a." + row));
            if (text.length() > WorkbookReader.LONGEST_REQUEST) {
                problems.add(
                        Problem.of(null, null, "reporting.cell.long", String.valueOf(WorkbookReader.LONGEST_REQUEST)));
            } else if (!text.isEmpty()) {
                requests.add(new Request(text, addressee));
            } else if (!addressee.isEmpty()) {
                problems.add(Problem.of(null, null, "reporting.cell.request-empty", addressee));
            }
        }
        return List.copyOf(requests);
    }
}
