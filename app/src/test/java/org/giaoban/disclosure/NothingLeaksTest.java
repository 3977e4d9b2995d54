package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Second look: a visitor who follows every link of these rooms meets no name, title or number of the register, the meetings, the
 * orders or the members that was not let out. Marked words are put into every table a leak could come from.
 */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class NothingLeaksTest {

    private static final List<String> DOORS = List.of(
            "/",
            "/van-ban",
            "/to-chuc",
            "/lich-cong-tac?tu=2018-11-01",
            "/lich-cong-tac?tu=2018-10-01",
            "/ke-hoach?nam=2018",
            "/so-lieu-cong-khai",
            "/so-lieu-cong-khai/danh-muc.json",
            "/don-vi/sl");
    private static final String ROOMS =
            "/(van-ban|to-chuc|lich-cong-tac|ke-hoach|so-lieu|so-lieu-cong-khai|trang|don-vi)([/?].*)?";
    private static final int MOST = 160;

    /** Where marked words are put, and how: a statement that takes the mark. */
    private static final Map<String, String> PLACES = Map.of(
            "document", "update documents.document set title = ? || left(title, 300)",
            "meeting", "update meetings.meeting set title = ? || left(title, 150), place = 'Phong kin'",
            "item", "update meetings.item set title = ? || left(title, 150), notes = 'Ghi kin'",
            "outcome", "update meetings.outcome set text = ? || left(text, 300)",
            "task", "update tasks.task set title = ? || left(title, 200)",
            "step", "update tasks.step set text = ? where text is not null",
            "mobile", "update people.contact set phone = convert_to(?, 'UTF8')",
            "draft",
                    "update disclosure.item set draft_title = ?, draft = draft || jsonb_build_object('title', draft_title)"
                            + " where draft is not null");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PressOffice press;

    @Autowired
    DSLContext db;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void noMarkOfWhatWasNotLetOutIsFoundOnAnyPublicPage() {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("nothing leaks: seed " + seed);
        var random = new Random(seed);
        press.prepared(Kind.PAPER, press.unit("SL"), PressOffice.paper("99-MAT/HU", "Giấy chưa công khai", null));
        var marks = new LinkedHashMap<String, String>();
        PLACES.forEach((place, statement) -> {
            var mark = "Zq" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + " ";
            if (rows(statement, mark) > 0) {
                marks.put(place, mark.strip());
            }
        });
        assertThat(marks.keySet()).contains("meeting", "item", "outcome", "task", "mobile", "draft");

        var pages = crawled();
        assertThat(pages).hasSizeGreaterThan(40);
        var found = new TreeSet<String>();
        pages.forEach((path, text) -> marks.forEach((place, mark) -> {
            if (text.contains(mark)) {
                found.add(place + " on " + path);
            }
        }));
        assertThat(found).isEmpty();
        assertThat(pages.values()).noneMatch(text -> text.contains("99-MAT/HU") || text.contains("Phong kin"));
        hidesPeople(pages);
    }

    /** Negative control: the same crawl sees what is let out. */
    @Test
    void whatIsLetOutIsFoundByTheSameCrawl() {
        press.out(Kind.PAPER, "SL", PressOffice.paper("98-TB/HU", "Zq tờ giấy đã công khai", null));

        assertThat(crawled().values()).anyMatch(text -> text.contains("Zq tờ giấy đã công khai"));
    }

    private int rows(String statement, String mark) {
        var changed = viewer.as(Viewer.SYSTEM, () -> transaction.execute(status -> db.execute(statement, mark)));
        return changed == null ? 0 : changed;
    }

    /** Only those persons are named whose office contact was let out. */
    private void hidesPeople(Map<String, String> pages) {
        var official = db.fetch(
                        "select p.full_name from people.person p join organization.mandate m on m.person_id = p.id"
                                + " join disclosure.item i on i.kind = 'CONTACT' and i.shown ->> 'mandate' = m.id::text")
                .getValues(0, String.class);
        var others = new LinkedHashSet<>(
                db.fetch("select full_name from people.person limit 5000").getValues(0, String.class));
        others.removeAll(Set.copyOf(official));
        var named = new ArrayList<String>();
        pages.forEach((path, text) -> {
            if (path.matches("/(van-ban|to-chuc|lich-cong-tac|ke-hoach|so-lieu-cong-khai|don-vi)([/?].*)?")) {
                others.stream().filter(text::contains).forEach(name -> named.add(name + " on " + path));
            }
        });
        assertThat(named).isEmpty();
        assertThat(pages.get("/to-chuc")).contains(official.toArray(String[]::new));
    }

    /** The main part of every page of these rooms that a visitor reaches by links, and every file of figures. */
    private Map<String, String> crawled() {
        var pages = new LinkedHashMap<String, String>();
        var waiting = new ArrayDeque<>(DOORS);
        while (!waiting.isEmpty() && pages.size() < MOST) {
            var path = waiting.poll();
            if (pages.containsKey(path)) {
                continue;
            }
            var answer = mvc.get().uri(path).exchange();
            assertThat(answer).as(path).hasStatus2xxSuccessful();
            var body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            var page = Jsoup.parse(body);
            var main = page.selectFirst("main");
            pages.put(path, main == null ? body : main.html());
            page.select("a[href]").eachAttr("href").stream()
                    .filter(href -> href.matches(ROOMS) && !href.contains("tu=") && !href.endsWith("tap-tin"))
                    .forEach(waiting::add);
        }
        return pages;
    }
}
