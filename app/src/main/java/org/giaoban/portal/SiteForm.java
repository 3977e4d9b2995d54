package org.giaoban.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.springframework.util.MultiValueMap;

/** The imprint and the links as typed on screen; a row without name and address is no link. */
record SiteForm(Map<String, String> imprint, List<Row> rows) {

    private static final int MOST = 40;
    private static final int SPARE = 3;

    /** One link as typed, with the place it is wanted at. */
    public record Row(String order, String name, String href) {

        boolean empty() {
            return name.isEmpty() && href.isEmpty();
        }

        int place() {
            return order.matches("\\d{1,3}") ? Integer.parseInt(order) : MOST;
        }
    }

    static SiteForm of(Map<String, String> imprint, Map<String, String> links) {
        var rows = new ArrayList<Row>();
        links.forEach((href, name) -> rows.add(new Row(String.valueOf(rows.size() + 1), name, href)));
        var lines = new LinkedHashMap<String, String>();
        SiteRepository.IMPRINT_LINES.forEach(line -> lines.put(line, imprint.getOrDefault(line, "")));
        return new SiteForm(lines, rows);
    }

    static SiteForm read(MultiValueMap<String, String> sent) {
        var lines = new LinkedHashMap<String, String>();
        SiteRepository.IMPRINT_LINES.forEach(line -> lines.put(line, text(sent.getFirst(line))));
        var rows = new ArrayList<Row>();
        var names = sent.getOrDefault("name", List.of());
        for (var at = 0; at < Math.min(names.size(), MOST); at++) {
            rows.add(new Row(cell(sent, "order", at), text(names.get(at)), cell(sent, "href", at)));
        }
        return new SiteForm(lines, rows);
    }

    private static String cell(MultiValueMap<String, String> sent, String name, int at) {
        var cells = sent.getOrDefault(name, List.of());
        return at < cells.size() ? text(cells.get(at)) : "";
    }

    private static String text(@org.jspecify.annotations.Nullable String typed) {
        return typed == null ? "" : VietnameseText.nfc(typed).strip();
    }

    /** The typed rows with some empty ones behind them. */
    List<Row> shown() {
        var shown = new ArrayList<>(rows);
        for (var spare = 0; spare < SPARE; spare++) {
            shown.add(new Row("", "", ""));
        }
        return shown;
    }

    List<Row> links() {
        return rows.stream()
                .filter(row -> !row.empty())
                .sorted(Comparator.comparingInt(Row::place))
                .toList();
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        imprint.forEach((line, value) -> {
            if (value.length() > 200) {
                errors.put(line, Texts.text("portal.form.too-long", 200));
            }
        });
        var seen = new HashSet<String>();
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            if (row.empty()) {
                continue;
            }
            if (row.name().isEmpty() || row.name().length() > 120) {
                errors.put("name-" + at, Texts.text("portal.site.name-wrong"));
            }
            if (!row.href().matches("(https?://|/)\\S{0,290}")) {
                errors.put("href-" + at, Texts.text("portal.site.href-wrong"));
            } else if (!seen.add(row.href())) {
                errors.put("href-" + at, Texts.text("portal.site.href-twice"));
            }
        }
        return errors;
    }
}
