package org.giaoban.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.giaoban.platform.Refused;
import org.giaoban.spreadsheets.WorkbookFuzz;
import org.giaoban.testing.Havoc;

/** Whatever is done to a Word template, it is taken or refused in our words. */
public final class WordFuzz {

    private static final WordTemplate DECLARED = new WordTemplate(
            "thu",
            "Thử",
            "Trial",
            List.of(
                    new TemplateTag("ten", TemplateTag.Kind.TEXT, List.of(), "Tên", "Name", "An"),
                    new TemplateTag("viec", TemplateTag.Kind.LIST, List.of("noi_dung"), "Việc", "Work", "Một"),
                    new TemplateTag("bang", TemplateTag.Kind.ROWS, List.of("noi_dung"), "Bảng", "Table", "Hai")));

    private static final List<Map<String, byte[]>> SEEDS = List.of(word());
    private static final TemplateCheck CHECK = new TemplateCheck();

    private WordFuzz() {}

    /** Before the clock runs: the libraries are made watchable as they are first used, and that takes long. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[0]);
    }

    public static void fuzzerTestOneInput(byte[] program) {
        try {
            CHECK.accept(DECLARED, Havoc.archive(program, SEEDS));
        } catch (Refused refused) {
            refused.key().length();
        }
    }

    private static Map<String, byte[]> word() {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Kính gửi {{ten}}");
            document.createParagraph().createRun().setText("{{?viec}}");
            document.createParagraph().createRun().setText("{{stt}}. {{noi_dung}}");
            document.createParagraph().createRun().setText("{{/viec}}");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("{{bang}}STT");
            table.getRow(0).getCell(1).setText("Nội dung");
            table.getRow(1).getCell(0).setText("[stt]");
            table.getRow(1).getCell(1).setText("[noi_dung]");
            document.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("{{ten}}");
            document.write(out);
            return WorkbookFuzz.unpacked(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a check that the unchanged template is a good one. */
    static void unchanged() {
        CHECK.accept(DECLARED, org.giaoban.files.Zips.of(word()));
    }
}
