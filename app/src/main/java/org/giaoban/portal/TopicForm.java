package org.giaoban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.springframework.util.MultiValueMap;

/** The list of topics as an editor sends it: every row it had, and one more that may be empty. */
public record TopicForm(List<Row> rows) {

    private static final int LONGEST = 80;

    /** A topic; without a code it is a new one. */
    public record Row(String code, String nameVi, String nameEn, boolean closed) {

        boolean empty() {
            return code.isEmpty() && nameVi.isEmpty() && nameEn.isEmpty();
        }
    }

    static TopicForm of(List<Topic> topics) {
        return new TopicForm(topics.stream()
                .map(each -> new Row(each.code(), each.nameVi(), each.nameEn(), each.closed()))
                .toList());
    }

    static TopicForm read(MultiValueMap<String, String> sent) {
        var codes = sent.getOrDefault("code", List.of());
        var rows = new ArrayList<Row>();
        for (var at = 0; at < codes.size(); at++) {
            var row = new Row(
                    codes.get(at),
                    word(sent, "nameVi", at),
                    word(sent, "nameEn", at),
                    sent.getOrDefault("closed", List.of()).contains(codes.get(at)));
            if (!row.empty()) {
                rows.add(row);
            }
        }
        return new TopicForm(rows);
    }

    private static String word(MultiValueMap<String, String> sent, String field, int at) {
        var words = sent.getOrDefault(field, List.of());
        return at < words.size() ? VietnameseText.nfc(words.get(at).strip()) : "";
    }

    /** The rows with an empty one below, to write a new topic in. */
    public List<Row> shown() {
        var shown = new ArrayList<>(rows);
        shown.add(new Row("", "", "", false));
        return shown;
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (var at = 0; at < rows.size(); at++) {
            wrong(errors, "nameVi-" + at, rows.get(at).nameVi());
            wrong(errors, "nameEn-" + at, rows.get(at).nameEn());
        }
        return errors;
    }

    private static void wrong(Map<String, String> errors, String field, String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            errors.put(field, Texts.text("portal.topics.name-wrong", LONGEST));
        }
    }
}
