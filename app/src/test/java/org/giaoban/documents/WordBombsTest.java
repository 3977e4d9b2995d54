package org.giaoban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.files.Zips;
import org.giaoban.platform.Refused;
import org.giaoban.testing.Bombs;
import org.giaoban.testing.Evidence;
import org.junit.jupiter.api.Test;

/** Word files made to take all time or all memory, or to look elsewhere. */
class WordBombsTest {

    private static final WordTemplate DECLARED = new WordTemplate(
            "thu",
            "Thử",
            "Trial",
            List.of(new TemplateTag("ten", TemplateTag.Kind.TEXT, List.of(), "Tên", "Name", "An")));

    private static final String HEAD =
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
                    + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body>";
    private static final String FOOT = "</w:body></w:document>";

    private final Bombs bombs = new Bombs(Evidence.of("web-bombs-word"), Refused.class);

    @Test
    void wordFilesAreTakenOrRefusedInTime() {
        bombs.defuse("a plain one", () -> accepted(Zips.of(parts(HEAD + run("{{ten}}") + FOOT))));
        body("60 MB of spaces", " ".repeat(60 << 20));
        body("10,000 tables in tables", "<w:tbl><w:tr><w:tc>".repeat(10_000));
        body("100,000 wrapped controls", "<w:sdt><w:sdtContent>".repeat(100_000));
        body("20,000 tags", run("{{ten}}").repeat(20_000));
        body(
                "3,000 conditions in conditions",
                run("{{?ten}}").repeat(3_000) + run("{{/ten}}").repeat(3_000));
        body("a tag of a million letters", run("{{" + "a".repeat(1 << 20) + "}}"));
        body("braces without end", run("{".repeat(1 << 20)));
        body("a name of a file", run("{{@/etc/passwd}}{{+a}}"));
        body(
                "a grid without end",
                "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2147483647'/></w:tcPr>" + run("{{ten}}")
                        + "</w:tc></w:tr></w:tbl>");
        raw("entities in entities", "<!DOCTYPE x [" + laughs() + "]>" + HEAD + "&l29;" + FOOT);
        raw("a file of ours", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + HEAD + "&a;" + FOOT);
        var plain = Zips.of(parts(HEAD + FOOT));
        bombs.defuse("packed as zstd", () -> accepted(Zips.packedAs(93, plain)));
        bombs.defuse("packed as nothing known", () -> accepted(Zips.packedAs(0x7FFF, plain)));
        bombs.defuse("a template from elsewhere", () -> accepted(elsewhere()));
        assertThat(bombs.defused()).isEqualTo(15);
    }

    private void body(String name, String inside) {
        raw(name, HEAD + inside + FOOT);
    }

    private void raw(String name, String document) {
        var file = Zips.of(parts(document));
        bombs.defuse(name + " (" + file.length + " bytes)", () -> accepted(file));
    }

    private static boolean accepted(byte[] file) {
        new TemplateCheck().accept(DECLARED, file);
        return true;
    }

    static String run(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static byte[] elsewhere() {
        var parts = parts(HEAD + FOOT);
        parts.put(
                "word/_rels/document.xml.rels",
                Zips.text("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'"
                        + " Target='http://127.0.0.1:1/evil.dotm' TargetMode='External'/></Relationships>"));
        return Zips.of(parts);
    }

    private static String laughs() {
        var text = new StringBuilder("<!ENTITY l0 'ha'>");
        for (var i = 1; i < 30; i++) {
            text.append("<!ENTITY l")
                    .append(i)
                    .append(" '&l")
                    .append(i - 1)
                    .append(";&l")
                    .append(i - 1)
                    .append(";'>");
        }
        return text.toString();
    }

    private static Map<String, byte[]> parts(String document) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                Zips.text(
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                + "<Override PartName='/word/document.xml' ContentType="
                                + "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"));
        parts.put(
                "_rels/.rels",
                Zips.text("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                        + " Target='word/document.xml'/></Relationships>"));
        parts.put("word/document.xml", Zips.text(document));
        return parts;
    }
}
