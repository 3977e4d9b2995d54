package org.giaoban.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.identity.Viewer;
import org.giaoban.tasks.Deed.Act;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The board in a browser: cards dragged, moved by keyboard alone, refused, and moved by two people at once. */
@GiaoBanTest(story = "vu-quang-2018-11")
@Import(Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskBoardTest {

    private static final LocalDate DUE = LocalDate.of(2018, 11, 20);
    private static final LocalDate TODAY = LocalDate.of(2018, 11, 1);
    private static final Instant THEN = Instant.parse("2018-10-20T03:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private Given given;

    private final List<BrowserContext> open = new ArrayList<>();

    @AfterAll
    void closeBrowsers() {
        open.forEach(BrowserContext::close);
    }

    @Test
    void aCardIsDraggedToTheNextColumnAndStaysThere() {
        var id = given.order("Kéo thẻ này sang nhận việc", DUE, "SL-02");
        var board = board("bithu02", "view=unit");

        card(board, "Kéo thẻ này").dragTo(column(board, TaskState.ACCEPTED));

        assertThat(column(board, TaskState.ACCEPTED)).containsText("Kéo thẻ này");
        assertThat(given.line(id, TODAY).state()).isEqualTo(TaskState.ACCEPTED);
        board.reload();
        assertThat(column(board, TaskState.ACCEPTED)).containsText("Kéo thẻ này");
    }

    @Test
    void aColumnItMayNotGoToRefusesItAloudAndNothingMoves() {
        var id = given.order("Không tự xác nhận được", DUE, "SL-02");
        var board = board("bithu02", "view=unit");

        card(board, "Không tự xác nhận").dragTo(column(board, TaskState.CONFIRMED));

        assertThat(board.locator("[data-said]")).hasText("Không chuyển được việc này sang cột đó.");
        assertThat(column(board, TaskState.GIVEN)).containsText("Không tự xác nhận");
        assertThat(given.line(id, TODAY).state()).isEqualTo(TaskState.GIVEN);
    }

    @Test
    void whatNeedsWordsOpensTheFormThatAsksForThem() {
        var id = given.order("Kéo sang báo xong", DUE, "SL-02");
        var board = board("bithu02", "view=unit");

        card(board, "Kéo sang báo xong").dragTo(column(board, TaskState.REPORTED));

        assertThat(board).hasURL(Pattern.compile(".*/tasks/" + id.value() + "#report$"));
        assertThat(board.locator("textarea[name=proof]")).isVisible();
        assertThat(given.line(id, TODAY).state()).isEqualTo(TaskState.GIVEN);
    }

    @Test
    void theKeyboardAloneMovesACardToo() {
        var id = given.order("Chỉ bằng bàn phím", DUE, "SL-02");
        var board = board("bithu02", "view=unit");

        card(board, "Chỉ bằng bàn phím").locator("h3 a").focus();
        board.keyboard().press("Tab");
        assertThat(board.locator(":focus")).hasText(Pattern.compile("^Nhận việc: Chỉ bằng bàn phím$"));
        board.keyboard().press("Enter");
        board.waitForLoadState();

        assertThat(column(board, TaskState.ACCEPTED)).containsText("Chỉ bằng bàn phím");
        assertThat(given.line(id, TODAY).state()).isEqualTo(TaskState.ACCEPTED);
    }

    @Test
    void whoeverConfirmsWhatWasJustReturnedIsToldAndTheReturnStands() {
        var id = given.order("Hai người cùng giữ thẻ", DUE, "SL-02");
        given.deeds(id, "SL-02", Deed.of(Act.REPORT, THEN, Viewer.SYSTEM, "xong"));
        var board = board("vanphong", "view=given&unit=" + given.unit("SL-02"));
        given.deeds(id, "SL-02", Deed.of(Act.RETURN, THEN.plusSeconds(60), Viewer.SYSTEM, "Thiếu phụ lục"));

        card(board, "Hai người cùng giữ thẻ").dragTo(column(board, TaskState.CONFIRMED));
        board.waitForLoadState();

        assertThat(board.locator("main")).containsText("Có thể người khác vừa xử lý");
        assertThat(given.line(id, TODAY).state()).isEqualTo(TaskState.RETURNED);
    }

    private Page board(String login, String query) {
        var context = Browsers.context(1440);
        open.add(context);
        var page = Browsers.logIn(context, port, login, "giaoban-2018");
        page.navigate("http://localhost:" + port + "/tasks/board?" + query);
        page.waitForLoadState();
        return page;
    }

    private static Locator card(Page board, String title) {
        return board.locator("[data-card]", new Page.LocatorOptions().setHasText(title));
    }

    private static Locator column(Page board, TaskState state) {
        return board.locator("[data-column=" + state.name() + "]");
    }
}
