package org.giaoban.documents;

import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.giaoban.platform.Quarantine;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** Looks an edited template over before it counts: no bomb, no macros, nothing fetched from outside, only known tags, and a trial run. */
@Component
class TemplateCheck {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final Pattern ACTIVE =
            Pattern.compile("vbaProject|activeX|oleObject|embeddings/|macros?\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile("\\[([^\\[\\]]{1,60})]");

    /** Refuses with a sentence that says what to change; returns quietly when the template can be used. */
    void accept(WordTemplate declared, byte[] content) {
        try {
            Quarantine.read(Refused.class, () -> {
                examine(declared, content);
                return true;
            });
        } catch (Quarantine.Unread e) {
            throw new Refused(
                    e.why() == Quarantine.Unread.Why.BUSY
                            ? "documents.template.busy"
                            : "documents.template.unreadable");
        }
    }

    /** Without the walls around it; Word files are read by a library that fails in many ways. */
    static void examine(WordTemplate declared, byte[] content) throws IOException, InvalidFormatException {
        TemplatePackage.scan(content);
        packaging(content);
        tags(declared, content);
        declared.trial(content);
    }

    private static void packaging(byte[] content) throws IOException, InvalidFormatException {
        try (var opc = OPCPackage.open(new ByteArrayInputStream(content))) {
            var parts = opc.getParts();
            if (parts.stream().noneMatch(part -> part.getContentType().equals(WORD))) {
                throw new Refused("documents.template.not-word");
            }
            for (var part : parts) {
                inspect(part);
            }
        }
    }

    private static void inspect(PackagePart part) throws InvalidFormatException {
        if (ACTIVE.matcher(part.getPartName().getName()).find()
                || part.getContentType().contains("macroEnabled")) {
            throw new Refused("documents.template.macros");
        }
        if (part.isRelationshipPart()) {
            return;
        }
        for (var link : part.getRelationships()) {
            if (link.getTargetMode() == TargetMode.EXTERNAL
                    && !link.getRelationshipType().endsWith("/hyperlink")) {
                throw new Refused("documents.template.external");
            }
        }
    }

    private static void tags(WordTemplate declared, byte[] content) throws IOException {
        var unknown = new TreeSet<String>();
        try (var template = declared.open(content)) {
            runs(template.getElementTemplates()).forEach(run -> {
                if (run.getSign() != null && run.getSign() != '\0' && "#@*+".indexOf(run.getSign()) >= 0) {
                    unknown.add(run.getSource());
                } else if (!declared.knows(run.getTagName())) {
                    unknown.add("{{" + run.getTagName() + "}}");
                }
            });
            template.getXWPFDocument().getTables().forEach(table -> unknown.addAll(fields(declared, table)));
        }
        if (!unknown.isEmpty()) {
            throw new Refused("documents.template.unknown-tags", String.join(", ", unknown));
        }
    }

    private static Stream<RunTemplate> runs(List<MetaTemplate> templates) {
        return templates.stream().flatMap(template -> switch (template) {
            case RunTemplate run -> Stream.of(run);
            case IterableTemplate block -> Stream.concat(Stream.of(block.getStartMark()), runs(block.getTemplates()));
            default -> Stream.empty();
        });
    }

    /** The fields of repeated rows stand in square brackets; only tables that repeat are looked at. */
    private static List<String> fields(WordTemplate declared, XWPFTable table) {
        if (!table.getText().contains("{{")) {
            return List.of();
        }
        return FIELD.matcher(table.getText())
                .results()
                .map(found -> found.group(1))
                .filter(field -> !declared.knows(field))
                .map(field -> "[" + field + "]")
                .toList();
    }
}
