package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.pictures.Pictures;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.PolicyWatch;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every attack through every field of an article, on the page visitors read and in the editor, in a real browser. */
@GiaoBanTest
class HostilePagesTest {

    /** Attacks that one article carries, so that the browser has not to open one page for each. */
    private static final int TOGETHER = 6;

    @LocalServerPort
    int port;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Articles articles;

    @Autowired
    Publishing publishing;

    @Autowired
    Galleries galleries;

    @Autowired
    Pictures pictures;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    private Watch watch;

    @BeforeEach
    void keepWatch() {
        watch = new Watch(port);
    }

    @Test
    void nothingThatPeopleWroteRunsOrCallsOut() {
        var unit = UnitId.next();
        var author = newsroom.open("viet.xau", unit, Capability.ARTICLE_WRITE);
        var approver = newsroom.open("duyet.xau", unit, Capability.ARTICLE_APPROVE);
        var slugs = published(unit, author, approver);
        try (var context = Browsers.context(1440)) {
            var page = watch.page(context);
            for (var slug : slugs) {
                page.navigate("http://localhost:" + port + "/tin/xay-dung-dang/" + slug);
                page.hover("h1");
            }
            for (var words : Attacks.all().subList(0, 12)) {
                page.navigate("http://localhost:" + port + "/tin?q="
                        + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8));
            }
            page.navigate("http://localhost:" + port + "/");
            page.navigate("http://localhost:" + port + "/tin/xay-dung-dang");
        }
        assertThat(watch.harm()).isEmpty();
        assertThat(slugs).hasSizeGreaterThan(20);
    }

    /** The editor gets the raw text of somebody who went round the form and wrote into the database. */
    @Test
    void theEditorRunsNothingEither() {
        var unit = UnitId.next();
        var author = newsroom.open("viet.tho", unit, Capability.ARTICLE_WRITE);
        var id = viewer.as(author, () -> articles.start(unit, Newsroom.story("Bản nháp xấu", "<p>a</p>")));
        db.execute(
                "update portal.version set body = ? where article_id = ?",
                String.join("<p>tiếp</p>", Attacks.all().subList(0, 50)),
                id.value());
        try (var context = Browsers.context(1440)) {
            var page = watch.page(context);
            page.navigate("http://localhost:" + port + "/login");
            page.fill("input[name=login]", "viet.tho");
            page.fill("input[name=password]", Newsroom.SECRET);
            page.click("button[type=submit]:visible");
            page.waitForLoadState();
            page.navigate("http://localhost:" + port + "/articles/" + id);
            page.navigate("http://localhost:" + port + "/articles/" + id + "/edit");
            page.frameLocator("iframe.tox-edit-area__iframe").locator("body").click();
            assertThat(page.evaluate("() => tinymce.activeEditor.getContent()").toString())
                    .contains("tiếp");
            assertThat(watch.harm()).isEmpty();
        }
    }

    /** Readers' words stand on the article's page, on the page of all comments and on the desk of those who read them first. */
    @Test
    void noReadersWordRunsEither() {
        var unit = UnitId.next();
        var author = newsroom.open("viet.loi", unit, Capability.ARTICLE_WRITE, Capability.COMMENT_MODERATE);
        var approver = newsroom.open("duyet.loi", unit, Capability.ARTICLE_APPROVE);
        var article = newsroom.published(unit, Newsroom.story("Bài nhiều ý kiến", "<p>a</p>"), author, approver);
        comments(article, unit);
        try (var context = Browsers.context(1440)) {
            var page = watch.page(context);
            page.navigate("http://localhost:" + port + "/tin/xay-dung-dang/bai-nhieu-y-kien");
            page.navigate("http://localhost:" + port + "/ban-doc/" + article + "/y-kien");
            var seen = page.locator(".gb-voice").count();
            for (var next = page.locator(".gb-pager a[rel=next]"); next.count() > 0; ) {
                next.first().click();
                page.waitForLoadState();
                seen += page.locator(".gb-voice").count();
            }
            assertThat(seen).isEqualTo(Attacks.all().size());
            page.navigate("http://localhost:" + port + "/login");
            page.fill("input[name=login]", "viet.loi");
            page.fill("input[name=password]", Newsroom.SECRET);
            page.click("button[type=submit]:visible");
            page.waitForLoadState();
            page.navigate("http://localhost:" + port + "/readers");
        }
        assertThat(watch.harm()).isEmpty();
    }

    private void comments(ArticleId article, UnitId unit) {
        for (var attack : Attacks.all()) {
            var words = attack.replaceAll("\\p{Cntrl}", " ");
            db.execute(
                    "insert into readers.comment (id, article_id, unit_id, author, body, state, made_at, decided_at, reply, replied_at)"
                            + " select uuidv7(), ?, ?, ?, ?, s, now(), case s when 'SHOWN' then now() end, case s when 'SHOWN' then ? else '' end,"
                            + " case s when 'SHOWN' then now() end from unnest(array['SHOWN', 'WAITING']) s",
                    article.value(),
                    unit.value(),
                    cut(words, 60),
                    words,
                    words);
        }
    }

    /** Planted: the watch sees what it is there for. */
    @Test
    void theWatchSeesARequestAndARunningScript() {
        try (var context = Browsers.context(1440)) {
            var page = watch.page(context);
            page.navigate("http://localhost:" + port + "/");
            page.evaluate(
                    "() => { const i = new Image(); i.src = 'http://evil.example/a.png'; setTimeout(() => alert(1)); }");
            page.waitForTimeout(300);
        }
        assertThat(watch.harm())
                .anyMatch(each -> each.startsWith("dialog"))
                .anyMatch(each -> each.startsWith("violation"));
        assertThat(PolicyWatch.seen())
                .as("the watch over all browsers saw it too")
                .isNotEmpty();
    }

    private List<String> published(UnitId unit, Viewer author, Viewer approver) {
        var attacks = Attacks.all();
        var shown = IntStream.range(0, TOGETHER)
                .mapToObj(n -> viewer.as(author, () -> pictures.add(unit, PictureFiles.png(40 + n, 30))))
                .toList();
        var slugs = new ArrayList<String>();
        for (var at = 0; at < attacks.size(); at += TOGETHER) {
            var some = attacks.subList(at, Math.min(at + TOGETHER, attacks.size()));
            var words = some.stream()
                    .map(each -> each.replaceAll("\\p{Cntrl}", " "))
                    .toList();
            var story = new Version.Story(
                    "xay-dung-dang",
                    cut("Bài số " + at + " " + words.getFirst(), 200),
                    cut(String.join(" ", words), 1000),
                    ArticleHtml.clean(String.join("", some) + "<p>hết</p>"),
                    new Version.Credit(cut(words.getLast(), 120), cut(words.getFirst(), 200)),
                    new Version.Picture(shown.getFirst(), cut(words.getLast(), 300), cut(words.getFirst(), 300)),
                    "");
            publish(unit, story, gallery(shown, words), author, approver);
            slugs.add(db.fetchOne("select slug from portal.article order by created_at desc, id desc limit 1")
                    .get(0, String.class));
        }
        return slugs;
    }

    private static List<GalleryPicture> gallery(List<UUID> shown, List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(n -> new GalleryPicture(shown.get(n), cut(words.get(n), 300), cut(words.get(n), 300)))
                .toList();
    }

    private void publish(
            UnitId unit, Version.Story story, List<GalleryPicture> gallery, Viewer author, Viewer approver) {
        var id = viewer.as(author, () -> articles.start(unit, story));
        viewer.run(author, () -> galleries.save(id, 1, gallery));
        viewer.run(author, () -> articles.submit(id));
        viewer.run(
                approver,
                () -> publishing.publish(id, articles.get(id).version().hands().revision()));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
