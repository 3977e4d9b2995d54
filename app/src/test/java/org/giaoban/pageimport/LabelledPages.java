package org.giaoban.pageimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.giaoban.platform.Profile;
import org.yaml.snakeyaml.Yaml;

/** Pages with what a person reads on them, and how well the reader does: right, wrong and missed, field by field. */
final class LabelledPages {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final List<String> FIELDS =
            List.of("title", "date", "place", "lead", "body", "captions", "byline", "source");

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private LabelledPages() {
        FIELDS.forEach(field -> counts.put(field, new int[3]));
    }

    static PageReader reader() {
        return new PageReader(PageWords.of(new Profile("vn-party"), TODAY), TODAY);
    }

    static byte[] bytes(String set, String page) {
        try (InputStream in = LabelledPages.class.getResourceAsStream("/pages/" + set + "/" + page)) {
            return Objects.requireNonNull(in, page).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LabelledPages measured(String set) {
        var measured = new LabelledPages();
        for (var each : (List<?>)
                new Yaml().load(new String(bytes(set, "labels.yaml"), java.nio.charset.StandardCharsets.UTF_8))) {
            var label = (Map<?, ?>) each;
            var page = label.get("page").toString();
            var read = fields(reader().read(bytes(set, page)));
            FIELDS.forEach(field ->
                    measured.compare(page, field, wanted(label.get(field)), Objects.requireNonNull(read.get(field))));
        }
        return measured;
    }

    private static List<String> wanted(Object label) {
        return label == null
                ? List.of()
                : label instanceof List<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : List.of(label.toString());
    }

    static Map<String, List<String>> fields(ReadPage page) {
        var fields = new TreeMap<String, List<String>>();
        fields.put("title", page.title().stream().map(Found::value).toList());
        fields.put(
                "date",
                page.date().stream().map(found -> found.value().toString()).toList());
        fields.put("place", page.place().stream().map(Found::value).toList());
        fields.put("lead", page.lead().stream().map(Found::value).toList());
        fields.put("body", page.body().stream().map(ReadPage.Part::text).toList());
        fields.put("captions", page.captions());
        fields.put("byline", page.byline().stream().map(Found::value).toList());
        fields.put("source", page.source().stream().map(Found::value).toList());
        return fields;
    }

    private void compare(String page, String field, List<String> wanted, List<String> found) {
        var count = Objects.requireNonNull(counts.get(field));
        var open = new ArrayList<>(wanted);
        for (var each : found) {
            var match = open.stream().filter(label -> same(label, each)).findFirst();
            if (match.isPresent()) {
                open.remove(match.get());
                count[0]++;
            } else {
                count[1]++;
                mistakes.add(page + " " + field + " wrong: " + each);
            }
        }
        count[2] += open.size();
        open.forEach(label -> mistakes.add(page + " " + field + " missed: " + label));
    }

    private static boolean same(String label, String found) {
        var wanted = plain(label);
        var read = plain(found);
        var cut = wanted.indexOf(" … ");
        return cut < 0
                ? wanted.equals(read)
                : read.startsWith(wanted.substring(0, cut)) && read.endsWith(wanted.substring(cut + 3));
    }

    private static String plain(String text) {
        return HtmlBlocks.clean(text).replaceAll("[“”]", "\"");
    }

    double precision(String field) {
        var count = Objects.requireNonNull(counts.get(field));
        return count[0] + count[1] == 0 ? 1 : (double) count[0] / (count[0] + count[1]);
    }

    double recall(String field) {
        var count = Objects.requireNonNull(counts.get(field));
        return count[0] + count[2] == 0 ? 1 : (double) count[0] / (count[0] + count[2]);
    }

    List<String> mistakes() {
        return mistakes;
    }

    String table(String name) {
        var table =
                new StringBuilder(String.format("%-9s precision  recall   right wrong missed  (%s)%n", "field", name));
        counts.forEach((field, count) -> table.append(String.format(
                "%-9s %8.3f %8.3f %7d %5d %6d%n",
                field, precision(field), recall(field), count[0], count[1], count[2])));
        return table.toString();
    }
}
