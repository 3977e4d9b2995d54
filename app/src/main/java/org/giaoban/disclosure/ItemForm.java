package org.giaoban.disclosure;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.portal.RichText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed to prepare something for the public, and what is wrong with it. */
record ItemForm(Kind kind, Map<String, String> typed) {

    static ItemForm read(Kind kind, MultiValueMap<String, String> sent) {
        var typed = new LinkedHashMap<String, String>();
        for (var field : kind.fields()) {
            var value = field.type() == Field.Type.PICTURE ? dropped(sent) : sent.getFirst(field.name());
            if (value != null) {
                typed.put(field.name(), clean(field, value));
            }
        }
        return new ItemForm(kind, typed);
    }

    /** A picture comes as a file, never by its number; all that can be said of one in words is that it shall go. */
    private static @Nullable String dropped(MultiValueMap<String, String> sent) {
        return sent.containsKey("dropPicture") ? "" : null;
    }

    ItemForm with(Map<String, String> more) {
        var all = new LinkedHashMap<>(typed);
        all.putAll(more);
        return new ItemForm(kind, all);
    }

    private static String clean(Field field, String value) {
        var text = VietnameseText.nfc(value).strip();
        return switch (field.type()) {
            case RICH -> RichText.pasted(text);
            case AREA -> text.replace("\r\n", "\n");
            default -> text.replaceAll("\\s+", " ");
        };
    }

    Facts facts() {
        return new Facts(typed);
    }

    /** By the field's name; a file that is missing is said by whoever knows whether there is one already. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (var field : kind.fields()) {
            var error = error(field, typed.getOrDefault(field.name(), ""));
            if (error != null) {
                errors.put(field.name(), error);
            }
        }
        var facts = facts();
        var from = facts.day("onDay");
        var until = facts.day("untilDay");
        if (from != null && until != null && until.isBefore(from)) {
            errors.put("untilDay", Texts.text("disclosure.error.before"));
        }
        return errors;
    }

    private @Nullable String error(Field field, String value) {
        if (field.type() == Field.Type.FILE || field.type() == Field.Type.PICTURE) {
            return null;
        }
        if (value.isEmpty()
                || field.type() == Field.Type.RICH && RichText.plain(value).isBlank()) {
            return field.required() ? Texts.text("disclosure.error.empty", field.label(kind)) : null;
        }
        if (value.length() > field.max()) {
            return Texts.text("disclosure.error.long", field.max());
        }
        return fits(field, value) ? null : Texts.text("disclosure.error." + wrong(field));
    }

    private static String wrong(Field field) {
        return switch (field.type()) {
            case DAY, TIME -> "day";
            case SLUG -> "slug";
            case LINK -> "link";
            case NUMBER -> "number";
            default -> field.name().equals("email") ? "email" : "phone";
        };
    }

    private static boolean fits(Field field, String value) {
        return switch (field.type()) {
            case DAY -> day(value);
            case TIME -> time(value);
            case SLUG -> value.matches("[a-z0-9][a-z0-9-]{0,79}");
            case LINK -> value.matches("(https?://|/(?!/))\\S{0,290}");
            case NUMBER -> value.matches("\\d{1,3}");
            default -> line(field.name(), value);
        };
    }

    private static boolean line(String name, String value) {
        return switch (name) {
            case "email" -> value.matches("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");
            case "phone" -> value.matches("[0-9 ()+./-]{3,40}");
            default -> true;
        };
    }

    private static boolean day(String value) {
        try {
            var year = LocalDate.parse(value).getYear();
            return year >= 1900 && year <= 2200;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static boolean time(String value) {
        try {
            return value.equals(LocalTime.parse(value).toString());
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }
}
