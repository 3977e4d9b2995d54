package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nu.validator.client.EmbeddedValidator;
import org.giaoban.testing.GiaoBanTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Every public page as the Nu checker judges it, every feed by its schema. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ValidPagesTest {

    private static final int MOST = 60;
    private static final int OF_A_KIND = 4;

    /** The checker is of 2020: it does not know these yet, which every browser does. */
    private static final Pattern YOUNGER = Pattern.compile(
            "“popover(target|targetaction)?” not allowed|“blocking”|“fetchpriority”|“inert”|“loading” not allowed on element “img”"
                    + "|“hx-[a-z]+” not allowed|“enterkeyhint”");

    @Autowired
    MockMvcTester mvc;

    @Test
    void everyPublicPageIsValidHtml() throws IOException, SAXException {
        var found = new ArrayList<String>();
        var pages = pages();
        assertThat(pages).hasSizeGreaterThan(15);
        for (var page : pages) {
            errors(body(page)).forEach(error -> found.add(page + " " + error));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theCheckerFindsWhatIsWrong() throws IOException, SAXException {
        assertThat(
                        errors(
                                "<!DOCTYPE html><html lang=\"vi\"><head><title>x</title></head><body><p><div></p></body></html>"))
                .isNotEmpty();
    }

    /** From link to link, a few of every kind. */
    private List<String> pages() {
        var waiting = new ArrayDeque<>(List.of(
                "/", "/tin?q=dang", "/tin/thong-bao?after=2018-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000"));
        var seen = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        while (!waiting.isEmpty() && seen.size() < MOST) {
            var page = waiting.poll();
            var kind = page.replaceAll("/[^/?]*$", "/…");
            if (seen.contains(page)
                    || kinds.stream().filter(kind::equals).count() >= OF_A_KIND + 4 * (kind.equals("/tin/…") ? 1 : 0)) {
                continue;
            }
            var answer = mvc.get().uri(page).exchange().getResponse();
            if (answer.getStatus() != 200
                    || !Objects.requireNonNullElse(answer.getContentType(), "").startsWith("text/html")) {
                continue;
            }
            seen.add(page);
            kinds.add(kind);
            new TreeSet<>(Jsoup.parse(body(page)).select("a[href^=/]").eachAttr("href"))
                    .stream()
                            .map(href -> href.replaceAll("#.*", ""))
                            .filter(href -> !href.startsWith("/login") && !href.startsWith("/work"))
                            .forEach(waiting::add);
        }
        return seen;
    }

    private static List<String> errors(String html) throws IOException, SAXException {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        var told = checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        return told.lines()
                .filter(line -> line.contains("error"))
                .filter(line -> !YOUNGER.matcher(line).find())
                .toList();
    }

    @Test
    void feedsAndTheMapFollowTheirSchemas() throws IOException, SAXException {
        for (var feed : List.of("/rss.xml", "/tin/xay-dung-dang/rss.xml", "/tin/thong-bao/rss.xml")) {
            assertThat(faults("rss", body(feed))).as(feed).isEmpty();
        }
        for (var feed : List.of("/atom.xml", "/tin/xay-dung-dang/atom.xml", "/tin/thong-bao/atom.xml")) {
            assertThat(faults("atom", body(feed))).as(feed).isEmpty();
        }
        for (var map : List.of("/sitemap.xml", "/sitemap/pages.xml", "/sitemap/1.xml")) {
            assertThat(faults("sitemap", body(map))).as(map).isEmpty();
        }
        assertThat(body("/robots.txt")).contains("Sitemap: http://localhost/sitemap.xml");
    }

    @Test
    void theSchemasFindWhatIsWrong() throws IOException, SAXException {
        assertThat(faults("atom", body("/atom.xml").replaceAll("<id>[^<]*</id>", "")))
                .isNotEmpty();
        assertThat(faults("rss", body("/rss.xml").replace("<pubDate>", "<pubDate>x")))
                .isNotEmpty();
        assertThat(faults(
                        "sitemap",
                        body("/sitemap.xml").replace("<loc>", "<place>").replace("</loc>", "</place>")))
                .isNotEmpty();
        assertThatThrownBy(() -> faults("rss", "<rss")).isInstanceOf(SAXException.class);
    }

    private String body(String path) {
        return new String(mvc.get().uri(path).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> faults(String schema, String xml) throws IOException, SAXException {
        var faults = new ArrayList<String>();
        var listener = new DefaultHandler() {
            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.getLineNumber() + ": " + fault.getMessage());
            }
        };
        var properties = new com.thaiopensource.util.PropertyMapBuilder();
        properties.put(com.thaiopensource.validate.ValidateProperty.ERROR_HANDLER, listener);
        var driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        try (var in = ValidPagesTest.class.getResourceAsStream("/feeds/" + schema + ".rnc")) {
            var source = new InputSource(Objects.requireNonNull(in));
            assertThat(driver.loadSchema(source))
                    .as("schema " + schema + " " + faults)
                    .isTrue();
        }
        driver.validate(new InputSource(new StringReader(xml)));
        return faults;
    }
}
