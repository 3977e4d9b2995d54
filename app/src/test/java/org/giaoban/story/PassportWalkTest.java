package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every reported figure that a screen, a table file or a paper of the story prints leads to its passport, and the passport opens. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PassportWalkTest {

    /** What is reported: the actual value, last year's, the period before. Plans and shares are calculated beside them. */
    private static final String FIGURES =
            "td.num[data-label='Thực hiện'], td.num[data-label='Cùng kỳ năm trước'], td.num[data-label='Kỳ trước'],"
                    + " .gb-kpi-main, .gb-num, td[class*=gb-shade-]";

    private static final String PASSPORT = "/figures/|/board/|/analysis/|/returns?|/tasks";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    DSLContext db;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board/SL/2018-11",
                "/board/SL/2018-11?span=month",
                "/board/SL/2018-11?view=projector",
                "/board/SL/2018-11/figures",
                "/analysis/SL/TC17/2018-10",
                "/analysis/SL/2018-10",
                "/figures/SL/2018-10",
                "/figures/SL/TC17/2018-10",
                "/figures/SL-01/TC17/2018-10",
                "/consolidated/SL/TH-THANG/2018-10"
            })
    void everyFigureOfAScreenLeadsToAPageThatOpens(String address) {
        var page = page(address);
        var figures = page.select(FIGURES).stream()
                .filter(figure -> figure.text().matches(".*\\d.*"))
                .toList();

        assertThat(page.select(".gb-figplain"))
                .as("figures without a way to their passport")
                .isEmpty();
        assertThat(figures)
                .allMatch(
                        figure -> !figure.select("a[href]").isEmpty() || figure.closest("a[href]") != null,
                        "carries a link");
        var links = new LinkedHashSet<String>();
        page.select("a.gb-fig[href]").forEach(link -> links.add(link.attr("href")));
        assertThat(links).as(address).isNotEmpty();
        opens(links);
    }

    @Test
    void theConsolidatedWorkbookOpensEveryFigure() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes("/board/SL/2018-11/workbook")))) {
            var summary = workbook.getSheetAt(0);
            var units = workbook.getSheetAt(1);
            for (int at = 3; at <= summary.getLastRowNum(); at++) {
                assertThat(summary.getRow(at).getCell(4).getHyperlink())
                        .as("row " + at)
                        .isNotNull();
            }
            var links = new LinkedHashSet<String>();
            units.getHyperlinkList().forEach(link -> links.add(path(link.getAddress())));
            summary.getHyperlinkList().forEach(link -> links.add(path(link.getAddress())));
            assertThat(links).hasSizeGreaterThan(300);
            opens(links);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board/SL/2018-11/figures?format=xlsx",
                "/analysis/SL/TC17/2018-10?format=xlsx",
                "/analysis/SL/2018-10?format=xlsx",
                "/analysis/SL/2018-10/pivot?format=xlsx&i=TC17&p=2018-10"
            })
    void aTableAsAFileOpensItsFigures(String address) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(address)))) {
            var links = new LinkedHashSet<String>();
            workbook.getSheetAt(0).getHyperlinkList().forEach(link -> links.add(path(link.getAddress())));
            assertThat(links).isNotEmpty();
            opens(links);
        }
    }

    @Test
    void theReportOnPaperCarriesTheWayToEveryFigureAndLooksLikePaper() throws Exception {
        try (var document =
                new XWPFDocument(OPCPackage.open(new ByteArrayInputStream(bytes("/board/SL/2018-11/report/draft"))))) {
            var links = new LinkedHashSet<String>();
            document.getTables()
                    .forEach(table -> table.getRows()
                            .forEach(row -> row.getTableCells()
                                    .forEach(cell -> cell.getParagraphs()
                                            .forEach(paragraph -> paragraph.getRuns().stream()
                                                    .filter(run -> run
                                                            instanceof org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun)
                                                    .map(run -> (org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun) run)
                                                    .forEach(run -> {
                                                        assertThat(run.getColor())
                                                                .as("black on paper")
                                                                .isNotEqualTo("0000FF");
                                                        links.add(path(run.getHyperlink(document)
                                                                .getURL()));
                                                    })))));
            assertThat(links).hasSizeGreaterThan(30).allMatch(link -> link.startsWith("/figures/"));
            opens(links);
        }
    }

    /** As anybody reads them: nothing is bound and shown without its way, and each passport says the very text. */
    @Test
    void everyFigureOfThePublicArticlesOpensItsPublicPassport() {
        var articles = new LinkedHashSet<String>();
        for (var list : List.of("/", "/tin", "/tin?page=2")) {
            visited(list).select("a[href~=^/tin/[^/]+/[^/]+$]").forEach(link -> articles.add(link.attr("href")));
        }
        var printed = 0;
        for (var article : articles) {
            if (article.endsWith(".xml")) {
                continue;
            }
            var page = visited(article);
            assertThat(page.select("[data-figure], .gb-figplain")).as(article).isEmpty();
            for (var figure : page.select("a.gb-fig")) {
                assertThat(visited(figure.attr("href")).select("main").text())
                        .as(article + " " + figure.attr("href"))
                        .contains(figure.text());
                printed++;
            }
        }
        assertThat(printed).as("figures in articles").isGreaterThanOrEqualTo(2);
    }

    /** The draft that a closed briefing leaves: whoever looks it over comes to the passports before anything is public. */
    @Test
    void everyFigureOfAnArticleThatIsLookedOverOpensItsPassportInside() {
        var meeting = db.fetchSingle("select id from meetings.meeting where title = 'Giao ban tháng 10/2018'")
                .get(0, UUID.class);
        var draft = mvc.post()
                .uri("/articles/from-meeting/" + meeting)
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();
        var page = page(String.valueOf(draft.getResponse().getHeader("Location")));

        assertThat(page.select(".gb-preview-article span.gb-fig")).isEmpty();
        var links = new LinkedHashSet<String>();
        page.select("main a.gb-fig").forEach(link -> links.add(link.attr("href")));
        assertThat(links).isNotEmpty().allMatch(link -> link.startsWith("/figures/"));
        opens(links);
    }

    private Document visited(String address) {
        var answer = mvc.get().uri(URI.create(address)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each page once, at most as many as a morning allows. */
    private void opens(Set<String> links) {
        var shut = new ArrayList<String>();
        links.stream().limit(60).forEach(link -> {
            var status = mvc.get()
                    .uri(URI.create(link))
                    .with(SignIn.as(accounts, "vanphong"))
                    .exchange()
                    .getResponse()
                    .getStatus();
            if (status != 200) {
                shut.add(link + ": " + status);
            }
        });
        assertThat(shut).isEmpty();
        assertThat(links)
                .allMatch(link -> List.of(PASSPORT.split("\\|")).stream().anyMatch(link::startsWith));
    }

    private static String path(String address) {
        var uri = URI.create(address);
        assertThat(uri.isAbsolute()).as(address).isTrue();
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private byte[] bytes(String address) {
        return mvc.get()
                .uri(address)
                .with(SignIn.as(accounts, "vanphong"))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }

    private Document page(String address) {
        var answer =
                mvc.get().uri(address).with(SignIn.as(accounts, "vanphong")).exchange();
        assertThat(answer).as(address).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
