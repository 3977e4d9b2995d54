package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.Period;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A restricted item whose conclusion somebody marked as public: from the open meeting to the site nothing of it gets out. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class RestrictedItemTest {

    /** Longer than what chance puts into a form's token. */
    private static final String[] MARKS = {"Zqmuc", "Zqghi", "Zqket", "Zqviec"};

    private static final String ITEM = "Zqmuc thẩm tra lý lịch";
    private static final String NOTE = "Zqghi ý kiến từng người";
    private static final String CONCLUSION = "Zqket công nhận kết quả thẩm tra";
    private static final String ORDER = "Zqviec rà lại hồ sơ hai cán bộ";
    private static final String TOLD = "Thông qua báo cáo tháng 10 để mọi người cùng biết";
    private static final int MOST = 200;

    private static final List<String> DOORS = List.of(
            "/",
            "/tin",
            "/rss.xml",
            "/atom.xml",
            "/sitemap.xml",
            "/van-ban",
            "/to-chuc",
            "/lich-cong-tac?tu=2018-11-01",
            "/lich-cong-tac.ics",
            "/ke-hoach?nam=2018",
            "/so-lieu-cong-khai",
            "/don-vi/sl");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Meetings meetings;

    @Autowired
    Organization organization;

    @Autowired
    StoryClock clock;

    @Autowired
    DSLContext db;

    @Test
    void nothingOfItIsInTheDraftTheArticleOrAnywhereOnTheSite() {
        clock.startAt(Instant.parse("2018-11-02T00:30:00Z"));
        var meeting = meetings.forPeriod(organization.idOf("SL"), Period.month(2018, 11))
                .orElseThrow()
                .id();
        held(meeting);

        var begun = post("bientap", "/articles/from-meeting/" + meeting.value());
        assertThat(begun).hasStatus3xxRedirection();
        var desk = Objects.requireNonNull(begun.getResponse().getHeader("Location"));
        assertThat(body("bientap", desk + "/edit")).contains(TOLD).doesNotContain(MARKS);

        assertThat(post("bientap", desk + "/submit")).hasStatus3xxRedirection();
        var asked = body("duyet", desk + "/publish");
        assertThat(asked).doesNotContain(MARKS);
        var revision = Jsoup.parse(asked).select("[name=revision]").attr("value");
        assertThat(post("duyet", desk + "/publish", "revision", revision)).hasStatus3xxRedirection();

        var site = crawled();
        assertThat(site).hasSizeGreaterThan(40);
        assertThat(site.values()).as("what may be told is told").anyMatch(text -> text.contains(TOLD));
        assertThat(site).allSatisfy((path, text) -> assertThat(text).as(path).doesNotContain(MARKS));
        for (var words : MARKS) {
            var found = Jsoup.parse(body(null, "/tin?q=" + words));
            assertThat(found.select("main a")).as(words).isEmpty();
        }
    }

    /** Opened, one item restricted with everything about it marked as public, another for everybody, closed. */
    private void held(MeetingId meeting) {
        assertThat(post("vanphong", meeting.href() + "/open")).hasStatus3xxRedirection();
        var items = meetings.agenda(meeting);
        var restricted = items.get(2).id();
        db.execute(
                "update meetings.item set reach = 'RESTRICTED', title = ?, notes = ? where id = ?",
                ITEM,
                NOTE,
                restricted);
        conclude(meeting, restricted, "DECISION", CONCLUSION);
        conclude(meeting, restricted, "TASK", ORDER);
        conclude(meeting, items.getLast().id(), "DECISION", TOLD);
        post("vanphong", meeting.href() + "/presence/rest");
        assertThat(post("vanphong", meeting.href() + "/close")).hasStatus3xxRedirection();
        assertThat(body("vanphong", meeting.href() + "/minutes")).contains(CONCLUSION);
    }

    private void conclude(MeetingId meeting, UUID item, String kind, String text) {
        var unit = organization.idOf("SL-03").value().toString();
        var fields = new String[] {
            "item",
            item.toString(),
            "kind",
            kind,
            "text",
            text,
            "open",
            "true",
            "units",
            unit,
            "due",
            "2018-11-20",
            "noPerson",
            "đơn vị tự phân công",
            "noMeasure",
            "báo cáo khi xong",
            "noProduct",
            "không có"
        };
        assertThat(post("vanphong", meeting.href() + "/conclusions", fields)).hasStatus3xxRedirection();
    }

    /** Every page and file a visitor reaches by links, whole. */
    private Map<String, String> crawled() {
        var pages = new LinkedHashMap<String, String>();
        var waiting = new ArrayDeque<>(DOORS);
        while (!waiting.isEmpty() && pages.size() < MOST) {
            var path = waiting.poll();
            if (pages.containsKey(path)) {
                continue;
            }
            var text = body(null, path);
            pages.put(path, text);
            Jsoup.parse(text).select("a[href^=/]").eachAttr("href").stream()
                    .filter(href -> !href.matches("/(login|ban-doc|don-vi/.*lang|.*tap-tin|.*[?&]lang=).*"))
                    .filter(href -> !href.contains("tu=") && !href.endsWith("tap-tin") && !href.contains("lang="))
                    .map(href -> href.replaceAll("#.*", ""))
                    .forEach(waiting::add);
        }
        return pages;
    }

    private String body(String login, String path) {
        var request = mvc.get().uri(java.net.URI.create(path));
        var answer = (login == null ? request : request.with(SignIn.as(accounts, login))).exchange();
        assertThat(answer).as(path).hasStatus2xxSuccessful();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String login, String path, String... fields) {
        var request = mvc.post().uri(path).with(csrf()).with(SignIn.as(accounts, login));
        for (var field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
