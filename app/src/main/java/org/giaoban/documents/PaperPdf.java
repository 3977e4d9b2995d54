package org.giaoban.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.springframework.stereotype.Component;

/** Sets papers as PDF with the typeface inside; nothing is fetched while they are set. */
@Component
public class PaperPdf {

    private static final String FAMILY = "Liberation Serif";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, PaperPdf.class.getClassLoader(), "org.giaoban");

    private final String css = sheet();

    /**
     * One paper, or several one after the other.
     *
     * @param page the template of a module that writes it as HTML
     */
    public byte[] of(String page, Object print) {
        var html = new StringOutput();
        engine.render(page, print, html);
        var sheet = Jsoup.parse(html.toString());
        sheet.head().appendElement("style").appendChild(new DataNode(css));
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withW3cDocument(W3CDom.convert(sheet), null)
                    .useFont(() -> font("Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true)
                    .useFont(() -> font("Italic"), FAMILY, REGULAR, FontStyle.ITALIC, true)
                    .useUriResolver((base, uri) -> null)
                    .useFastMode()
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sheet() {
        try (var in = PaperPdf.class.getResourceAsStream("/documents/paper.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font(String style) {
        return Objects.requireNonNull(
                PaperPdf.class.getResourceAsStream("/fonts/LiberationSerif-" + style + ".ttf"), style);
    }
}
