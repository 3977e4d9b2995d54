package org.giaoban.documents;

import java.util.List;
import java.util.Map;
import org.giaoban.platform.Texts;

/** A tag a template may carry; {@code fields} are the columns of a repeated line, {@code sample} fills the trial run. */
public record TemplateTag(String name, Kind kind, List<String> fields, String labelVi, String labelEn, String sample) {

    /** One value, a block repeated per line, or a table row repeated per line. */
    public enum Kind {
        TEXT,
        LIST,
        ROWS
    }

    public String label() {
        return Texts.language().equals("en") ? labelEn : labelVi;
    }

    /** How the office writes it in Word. */
    public String written() {
        return switch (kind) {
            case TEXT -> "{{" + name + "}}";
            case LIST -> "{{?" + name + "}} … {{/" + name + "}}";
            case ROWS -> "{{" + name + "}} [" + String.join("] [", fields) + "]";
        };
    }

    Object specimen() {
        if (kind == Kind.TEXT) {
            return sample;
        }
        var line = new java.util.HashMap<String, String>();
        fields.forEach(field -> line.put(field, sample));
        return List.of(Map.copyOf(line), Map.copyOf(line));
    }

    static TemplateTag of(Map<?, ?> facts) {
        var fields = facts.get("fields") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.<String>of();
        return new TemplateTag(
                String.valueOf(facts.get("name")),
                Kind.valueOf(String.valueOf(facts.get("kind"))),
                fields,
                String.valueOf(facts.get("vi")),
                String.valueOf(facts.get("en")),
                String.valueOf(facts.get("sample")));
    }
}
