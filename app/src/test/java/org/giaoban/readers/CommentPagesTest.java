package org.giaoban.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.platform.StoryClock;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A comment from the form to the page, and a mistake from the reader to the desk. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CommentPagesTest {

    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Visitors visitors;

    @Autowired
    Questions questions;

    @Autowired
    Forgetting forgetting;

    @Autowired
    Accounts accounts;

    @Autowired
    StoryClock clock;

    @Autowired
    DSLContext db;

    PublishedArticle article;
    String form;

    @BeforeEach
    void anArticle() {
        article = visitors.article("to-tiet-kiem");
        form = "/ban-doc/" + article.id() + "/y-kien";
        db.execute("delete from identity.attempt");
    }

    @Test
    void aCommentIsPublicOnlyAfterSomebodyHasReadIt() throws Exception {
        assertThat(write("Nguyễn Thị Lựu", "Chi bộ tôi cũng muốn làm theo. " + SCRIPT, "work", visitors.work()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(article.href())).bodyText().doesNotContain("Nguyễn Thị Lựu");
        assertThat(get("/readers", "bientap"))
                .bodyText()
                .contains("Nguyễn Thị Lựu")
                .doesNotContain(SCRIPT);
        assertThat(get("/desk", "bientap")).bodyText().contains("Chi bộ tôi cũng muốn làm theo");

        var id = waiting("Nguyễn Thị Lựu");
        assertThat(post("/readers/comments/" + id + "/show", "bientap", "reply", "Mời bà liên hệ chi bộ Hói Sen."))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(article.href()))
                .bodyText()
                .contains("Nguyễn Thị Lựu", "&lt;script&gt;", "Mời bà liên hệ chi bộ Hói Sen.")
                .doesNotContain(SCRIPT);

        post("/readers/comments/" + id + "/refuse", "bientap");
        assertThat(get(article.href())).bodyText().contains("Nguyễn Thị Lựu");
        post("/readers/comments/" + id + "/take-down", "bientap");
        assertThat(get(article.href())).bodyText().doesNotContain("Nguyễn Thị Lựu");
    }

    @Test
    void nothingTypedIsLostWhenTheFormIsRefused() throws Exception {
        var work = visitors.work();
        assertThat(write("Lan", "", "work", work))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Lan", "Hãy viết ý kiến");
        assertThat(write("Lan", "Xem http://spam.example nhé", "work", work))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Xem http://spam.example nhé", "chữ không nhận ở đây: http");
        assertThat(write("Lan", "Hay quá"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hay quá", "Hãy trả lời câu hỏi kiểm tra");
        assertThat(write("Lan", "Hay quá", "work", work)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(write("Lan", "Hay quá", "work", work))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hay quá", "Phần kiểm tra không đúng");
    }

    @Test
    void withoutScriptAQuestionIsAnswered() {
        assertThat(get(form)).bodyText().contains("bằng mấy?").doesNotContain("_csrf\"");
        var question = questions.fresh();
        var sum = String.valueOf(ProofTest.sum(question.words()));

        assertThat(write("Hòa", "Đúng", "asked", question.asked(), "answer", "99"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(write("Hòa", "Đúng", "asked", question.asked(), "answer", sum))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void aSenderIsSlowedDownAndAWordIsMarked() throws Exception {
        for (var turn = 0; turn < 3; turn++) {
            assertThat(write("Bình", "Lần " + turn + ", nghi có tham nhũng", "work", visitors.work()))
                    .hasStatus(HttpStatus.SEE_OTHER);
        }
        assertThat(write("Bình", "Lần nữa", "work", visitors.work()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Lần nữa", "gửi mấy lần liền");
        assertThat(get("/readers", "bientap")).bodyText().contains("<mark>tham nhũng</mark>");
    }

    @Test
    void whoModeratesNothingHereSeesAndDecidesNothing() throws Exception {
        write("Ẩn", "Chưa duyệt", "work", visitors.work());
        var id = waiting("Ẩn");

        assertThat(get("/readers", "xa01")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/readers/comments/" + id + "/show", "xa01")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(article.href())).bodyText().doesNotContain("Chưa duyệt");
    }

    @Test
    void aRefusedCommentIsErasedAfterItsTime() throws Exception {
        write("Tạm", "Ý kiến sẽ bị xóa", "work", visitors.work());
        post("/readers/comments/" + waiting("Tạm") + "/refuse", "bientap");
        var before = clock.instant();
        clock.startAt(before.plus(Duration.ofDays(29)));
        forgetting.run();
        assertThat(db.fetchCount(db.selectFrom("readers.comment where author = 'Tạm'")))
                .isEqualTo(1);

        clock.startAt(before.plus(Duration.ofDays(31)));
        forgetting.run();
        assertThat(db.fetchCount(db.selectFrom("readers.comment where author = 'Tạm'")))
                .isZero();
        clock.startAt(before);
    }

    @Test
    void anErrorReportComesWithTheSelectedWordsAndIsDealtWithOnce() throws Exception {
        var uri = "/ban-doc/" + article.id() + "/bao-loi";
        assertThat(get(uri + "?doan=2.000 đồng mỗi ngày")).bodyText().contains("2.000 đồng mỗi ngày</textarea>");
        assertThat(Visitors.post(
                        mvc,
                        uri,
                        "198.51.100.3",
                        "quote",
                        "2.000 đồng",
                        "remark",
                        "Số này cũ",
                        "work",
                        visitors.work()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/readers/reports", "bientap")).bodyText().contains("Số này cũ", "2.000 đồng");

        var id = db.fetchOne("select id from readers.error_report where remark = 'Số này cũ'")
                .get(0);
        post("/readers/reports/" + id + "/done", "bientap", "note", "Đã sửa");
        assertThat(get("/readers/reports?state=done", "bientap")).bodyText().contains("Đã sửa");
        post("/readers/reports/" + id + "/done", "bientap", "note", "Nữa");
        assertThat(get("/readers/reports?state=done", "bientap")).bodyText().contains("Đã sửa");
    }

    @Test
    void theStoryShowsWhatItsReadersSaid() {
        var told = visitors.article("thuong-truc-huyen-uy-giao-ban-cong-tac-xay-dung-dang");

        assertThat(get(told.href()))
                .bodyText()
                .contains("Bùi Văn Tấn", "Ban biên tập trả lời", "4,4/5 sao, 7 lượt đánh giá")
                .doesNotContain("họp mãi vẫn chưa thấy ai trả lời");
        assertThat(get("/readers/reports", "bientap")).bodyText().contains("cử phó bí thư đi thay");
        assertThat(get("/readers/newsletter", "bientap")).bodyText().contains("31");
    }

    private String waiting(String author) {
        return db.fetchOne("select id from readers.comment where author = ? and state = 'WAITING'", author)
                .get(0)
                .toString();
    }

    private MvcTestResult write(String author, String body, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("author", author, "body", body));
        fields.addAll(java.util.List.of(more));
        return Visitors.post(mvc, form, "198.51.100.7", fields.toArray(String[]::new));
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).exchange();
    }

    private MvcTestResult get(String uri, String login) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String uri, String login, String... fields) {
        var request = mvc.post().uri(uri).with(csrf()).with(SignIn.as(accounts, login));
        for (var field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
