package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody without an account who reads a story's public pages and opens what the figures stand on. */
final class PublicReader {

    private final MockMvcTester mvc;
    private final DSLContext db;

    PublicReader(MockMvcTester mvc, DSLContext db) {
        this.mvc = mvc;
        this.db = db;
    }

    /** A figure as the page prints it, and what the register calls it. */
    record Printed(String code, String text, String href) {

        static Printed figure(String code, String text) {
            return new Printed(code, text, "");
        }

        private Printed bare() {
            return new Printed(code, text, "");
        }
    }

    Document page(String address) {
        return read(mvc.get().uri(URI.create(address)), address);
    }

    /** The same address as somebody of the house sees it. */
    Document inside(String address, Accounts accounts, String login) {
        return read(mvc.get().uri(URI.create(address)).with(SignIn.as(accounts, login)), address);
    }

    private static Document read(MockMvcTester.MockMvcRequestBuilder request, String address) {
        var answer = request.exchange();
        assertThat(answer).as(address).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The article the front page opens with. */
    Document top() {
        var link = page("/").select(".gb-top-story h2 a").first();
        assertThat(link).as("top story").isNotNull();
        return page(link.attr("href"));
    }

    /** Every figure of a page in the order it is read. */
    List<Printed> figures(Document page) {
        return page.select(".gb-body a.gb-fig").stream()
                .map(link -> new Printed(code(link.attr("href")), link.text(), link.attr("href")))
                .toList();
    }

    private String code(String href) {
        var id = UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
        return db.fetchSingle(
                        "select i.code from indicators.frozen_figure f join indicators.indicator i on i.id = f.indicator_id"
                                + " where f.id = ?",
                        id)
                .get(0, String.class);
    }

    /** The page prints exactly these figures in this order, and each opens its passport. */
    void printsAndOpens(Document page, String units, List<Printed> expected) {
        var printed = figures(page);
        assertThat(printed).extracting(Printed::bare).containsExactlyElementsOf(expected);
        opens(printed, units);
    }

    /** Each figure's public passport says the same, what is counted, and how many units stand behind it. */
    void opens(List<Printed> printed, String units) {
        for (var figure : printed) {
            var passport = page(figure.href()).select(".gb-passport-in");
            assertThat(passport.select(".gb-passport-value strong").text())
                    .as(figure.code())
                    .isEqualTo(figure.text());
            assertThat(passport.text())
                    .as(figure.code())
                    .contains(worded(figure.code()))
                    .contains(units)
                    .contains("chưa có số liệu nào đứng sau con số này được sửa");
        }
    }

    /** What the catalogue calls an indicator and how it defines it. */
    private List<String> worded(String code) {
        var wording = db.fetchSingle(
                "select v.name_vi, v.definition_vi from indicators.indicator_version v"
                        + " join indicators.indicator i on i.id = v.indicator_id where i.code = ? and v.version = 1",
                code);
        assertThat(wording.get(1, String.class)).as("definition of " + code).isNotBlank();
        return List.of(wording.get(0, String.class), wording.get(1, String.class));
    }

    /** What a living site has: a front page with several headings, lists behind them, notices, an imprint, told pictures. */
    void findsTheSiteAlive(String site) {
        var home = page("/");
        assertThat(home.text()).contains(site);
        assertThat(home.select(".gb-block")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(home.select("main img:not([alt])")).isEmpty();
        assertThat(page("/tin/thong-bao").select("main a[href^=/tin/thong-bao/]"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(page("/tin").select("main a[href~=^/tin/[^/]+/[^/]+$]")).hasSizeGreaterThanOrEqualTo(7);
        assertThat(home.select("footer").text()).contains("Chịu trách nhiệm").contains("@");
        for (var heading : home.select("nav a[href^=/tin/]")) {
            assertThat(page(heading.attr("href")).select("main article, main .gb-story"))
                    .as(heading.text())
                    .isNotEmpty();
        }
    }

    /** Number of a printed figure: "trên 7.300" is 7300, "2,3 %" is 2.3. */
    static double number(String text) {
        return Double.parseDouble(
                text.replaceAll("[^0-9.,]", "").replace(".", "").replace(',', '.'));
    }
}
