package org.giaoban.documents;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.HyperlinkTextRenderData;
import com.deepoove.poi.data.style.Style;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.policy.RenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.documents.TemplateTag.Kind;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A Word template of the profile: its names, the tags it knows, and how values are put in. */
record WordTemplate(String name, String titleVi, String titleEn, List<TemplateTag> tags) {

    /** The one counter every repeated line has. */
    static final String NUMBER = "stt";

    /** Pictures, nested documents and the like would read files or addresses named by a value; a template has no need of them. */
    private static final String FORBIDDEN_SIGNS = "#@*+";

    String title() {
        return Texts.language().equals("en") ? titleEn : titleVi;
    }

    byte[] render(byte[] template, Map<String, ?> values) {
        try (var document = open(template)) {
            document.render(model(values));
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XWPFTemplate open(byte[] template) {
        return XWPFTemplate.compile(new ByteArrayInputStream(template), configuration());
    }

    byte[] trial(byte[] template) {
        return render(template, tags.stream().collect(Collectors.toMap(TemplateTag::name, TemplateTag::specimen)));
    }

    /** Whether a tag may stand in the document: as declared, in capitals, or as the question whether there is any line. */
    boolean knows(String tag) {
        var plain = tag.startsWith("co_") ? tag.substring(3) : tag;
        return fieldNames()
                .anyMatch(name ->
                        name.equals(plain) || name.toUpperCase(Locale.ROOT).equals(plain));
    }

    private Stream<String> fieldNames() {
        return Stream.concat(
                Stream.of(NUMBER),
                tags.stream().flatMap(tag -> Stream.concat(Stream.of(tag.name()), tag.fields().stream())));
    }

    private Configure configuration() {
        var builder = Configure.builder();
        for (var sign : FORBIDDEN_SIGNS.toCharArray()) {
            builder.addPlugin(sign, refusing());
        }
        tags.stream()
                .filter(tag -> tag.kind() == Kind.ROWS)
                .forEach(tag -> builder.bind(tag.name(), new LoopRowTableRenderPolicy()));
        return builder.build();
    }

    private static RenderPolicy refusing() {
        return (element, value, template) -> {
            throw new IllegalArgumentException("Tag not allowed: " + element.getSource());
        };
    }

    /** Every declared tag must be given, so a figure that was forgotten shows in a test and not on paper. */
    private Map<String, Object> model(Map<String, ?> values) {
        var model = new HashMap<String, Object>();
        for (var tag : tags) {
            var value = values.get(tag.name());
            if (value == null) {
                throw new IllegalArgumentException("No value for tag " + tag.name() + " of template " + name);
            }
            put(model, tag, value);
        }
        return model;
    }

    private static void put(Map<String, Object> model, TemplateTag tag, Object value) {
        if (value instanceof List<?> lines) {
            model.put(tag.name(), numbered(lines));
            model.put("co_" + tag.name(), !lines.isEmpty());
        } else {
            var text = printable(value);
            model.put(tag.name(), text);
            model.put(tag.name().toUpperCase(Locale.ROOT), text.toUpperCase(Texts.VIETNAMESE));
        }
    }

    private static List<Map<String, Object>> numbered(List<?> lines) {
        var numbered = new ArrayList<Map<String, Object>>(lines.size());
        for (var line : lines) {
            var fields = new HashMap<String, Object>();
            ((Map<?, ?>) line).forEach((field, value) -> fields.put(String.valueOf(field), field(value)));
            fields.put(NUMBER, String.valueOf(numbered.size() + 1));
            numbered.add(fields);
        }
        return numbered;
    }

    /** The template's own look stays: the word that leads to a page is neither blue nor underlined on paper. */
    private static Object field(@Nullable Object value) {
        if (!(value instanceof Linked linked) || linked.text().isEmpty()) {
            return printable(value);
        }
        var link = new HyperlinkTextRenderData(printable(linked.text()), linked.address());
        link.setStyle(new Style());
        return link;
    }

    /** A control character in a value would make a file that Word cannot open. */
    private static String printable(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    static WordTemplate of(Map<?, ?> facts) {
        var tags = ((List<?>) java.util.Objects.requireNonNull(facts.get("tags")))
                .stream().map(tag -> TemplateTag.of((Map<?, ?>) tag)).toList();
        return new WordTemplate(
                String.valueOf(facts.get("name")),
                String.valueOf(facts.get("vi")),
                String.valueOf(facts.get("en")),
                tags);
    }
}
