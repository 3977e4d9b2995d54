package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest
class PublicPagesTest {

    private static final String TITLE = "Huyện ủy giao ban tháng 10 & bàn việc tháng 11";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Articles articles;

    @Autowired
    ArticleLists lists;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    UnitId unit;
    Viewer author;
    Viewer approver;

    @BeforeEach
    void aPublishedArticle() {
        if (accounts.byLogin("viet").isPresent()) {
            author = accounts.viewer(accounts.byLogin("viet").get()).orElseThrow();
            approver = accounts.viewer(accounts.byLogin("duyet").orElseThrow()).orElseThrow();
            unit = viewer.as(author, () -> lists.list(ArticleFilter.of(null, null, false, null, null)))
                    .items()
                    .getFirst()
                    .article()
                    .unit();
            return;
        }
        unit = UnitId.next();
        author = newsroom.open("viet", unit, Capability.ARTICLE_WRITE);
        approver = newsroom.open("duyet", unit, Capability.ARTICLE_APPROVE);
        newsroom.published(
                unit, Newsroom.story(TITLE, "<p>Toàn huyện <strong>kết nạp</strong> đảng viên.</p>"), author, approver);
    }

    @Test
    void aPublishedArticleIsOnTheFrontPageInItsCategoryInTheFeedAndFound() {
        assertThat(get("/")).hasStatusOk().bodyText().contains("bàn việc tháng 11", "Xây dựng Đảng");
        assertThat(get("/tin/xay-dung-dang")).hasStatusOk().bodyText().contains("bàn việc tháng 11");
        assertThat(get("/tin/nong-thon-moi")).hasStatusOk().bodyText().doesNotContain("bàn việc tháng 11");
        assertThat(get("/tin?q=ket nap dang vien")).hasStatusOk().bodyText().contains("bàn việc tháng 11");
        assertThat(get("/tin?q=khong co bai nao")).hasStatusOk().bodyText().contains("Không tìm thấy tin nào");
        assertThat(get("/rss.xml"))
                .hasStatusOk()
                .bodyText()
                .contains("<title>" + TITLE.replace("&", "&amp;") + "</title>");
        assertThat(get("/tin/xay-dung-dang/rss.xml"))
                .hasStatusOk()
                .bodyText()
                .contains("/tin/xay-dung-dang/huyen-uy-giao-ban");
        assertThat(get("/tin/nong-thon-moi/rss.xml")).hasStatusOk().bodyText().doesNotContain("<item>");
    }

    @Test
    void theArticleSaysWhenByWhomFromWhereAndHowOftenRead() {
        var page = get("/tin/xay-dung-dang/huyen-uy-giao-ban-thang-10-ban-viec-thang-11");
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<strong>kết nạp</strong>",
                        "Thu Hà",
                        "Nguồn: Văn phòng Huyện ủy",
                        "lượt xem",
                        "mailto:?subject=");
        assertThat(page).bodyText().containsPattern("(Thứ \\S+|Chủ Nhật), \\d\\d/\\d\\d/\\d{4}, \\d\\d:\\d\\d");
        assertThat(get("/tin/nong-thon-moi/huyen-uy-giao-ban-thang-10-ban-viec-thang-11"))
                .hasStatus(HttpStatus.MOVED_PERMANENTLY);
    }

    @Test
    void whatIsNotPublishedDoesNotExistForVisitors() {
        var id = viewer.as(author, () -> articles.start(unit, Newsroom.story("Bản nháp kín", "<p>Chuyện kín</p>")));
        viewer.run(author, () -> articles.submit(id));

        assertThat(get("/tin/xay-dung-dang/ban-nhap-kin")).hasStatus(HttpStatus.NOT_FOUND);
        for (var path : new String[] {"/", "/tin", "/tin/xay-dung-dang", "/tin?q=chuyen kin", "/rss.xml"}) {
            assertThat(get(path)).bodyText().doesNotContain("Bản nháp kín");
        }
        assertThat(get("/articles/" + id)).hasStatus3xxRedirection();
        assertThat(get("/tin/khong-co-muc-nay")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void dirtIsCleanedOnceMoreWhenItIsRead() {
        var id = newsroom.published(unit, Newsroom.story("Bài bị chèn", "<p>sạch</p>"), author, approver);
        db.execute(
                "update portal.version set body = '<p onclick=\"x()\">bẩn<script>x()</script></p>' where article_id = ?",
                id.value());

        assertThat(get("/tin/xay-dung-dang/bai-bi-chen"))
                .hasStatusOk()
                .bodyText()
                .contains("<p>bẩn</p>")
                .doesNotContain("onclick=\"x", "x()");
    }

    @Test
    void anEditorWritesSubmitsAndAnotherPublishesThroughThePages() {
        var begun = post(
                "/articles",
                "viet",
                "title",
                "Viết trên trang",
                "category",
                "thong-bao",
                "unit",
                unit.value().toString());
        assertThat(begun).hasStatus(HttpStatus.SEE_OTHER);
        var edit = begun.getResponse().getHeader("Location");
        var href = edit.replace("/edit", "");
        assertThat(get(edit, "viet")).hasStatusOk().bodyText().contains("data-editor");
        assertThat(get(edit, "viet").getResponse().getHeader("Content-Security-Policy"))
                .contains("style-src 'self' 'unsafe-inline'");
        assertThat(get(href, "viet").getResponse().getHeader("Content-Security-Policy"))
                .doesNotContain("unsafe-inline");

        var refused = post(
                href + "/save",
                "viet",
                "revision",
                "1",
                "title",
                "",
                "category",
                "thong-bao",
                "body",
                "<p>Chữ đã gõ</p>");
        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chữ đã gõ", "Hãy viết tiêu đề");
        assertThat(post(
                        href + "/save",
                        "viet",
                        "revision",
                        "1",
                        "title",
                        "Lịch tiếp dân",
                        "category",
                        "thong-bao",
                        "body",
                        "<p>Ngày 05 &amp; 20</p><script>x</script>",
                        "then",
                        "submit"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(href + "/publish", "viet")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(href + "/publish", "duyet"))
                .hasStatusOk()
                .bodyText()
                .contains("Lịch tiếp dân", "ai cũng đọc được");
        assertThat(post(href + "/publish", "duyet", "revision", "3")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(get("/")).bodyText().contains("Lịch tiếp dân");
        assertThat(get("/tin/thong-bao/viet-tren-trang"))
                .hasStatusOk()
                .bodyText()
                .contains("Ngày 05 &amp; 20")
                .doesNotContain("<script>x");
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).exchange();
    }

    private MvcTestResult get(String uri, String login) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String uri, String login, String... fields) {
        var request = mvc.post().multipart().uri(uri).with(csrf()).with(SignIn.as(accounts, login));
        for (var field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
