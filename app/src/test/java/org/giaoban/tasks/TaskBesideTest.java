package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is accountable, does, helps and watches; the steps of an order; what it is linked to. */
@GiaoBanTest(story = "vu-quang-2018-11")
@Import(Given.class)
class TaskBesideTest {

    private static final LocalDate DUE = LocalDate.of(2018, 11, 20);

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CheckListRepository lists;

    @Autowired
    private ExtrasRepository extras;

    @Test
    void whoHelpsReadsTheOrderAndSpeaksButDoesNotReportIt() {
        var id = given.order("Việc có đơn vị phối hợp", DUE, "SL-04");
        assertThat(get("bithu05", id, "")).hasStatus(HttpStatus.NOT_FOUND);

        assertThat(post("vanphong", id, "roles", "helping", given.unit("SL-05").toString()))
                .hasStatus3xxRedirection();

        assertThat(get("bithu05", id, "?tab=beside"))
                .hasStatusOk()
                .bodyText()
                .contains("Phối hợp", given.name("SL-05"));
        assertThat(post("bithu05", id, "note", "remark", "Cử hai cán bộ sang giúp"))
                .hasStatus3xxRedirection();
        assertThat(get("bithu04", id, "?tab=progress")).bodyText().contains("Cử hai cán bộ sang giúp");
        assertThat(post("bithu05", id, "report", "proof", "xong hộ")
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(get("bithu05", id, "")).bodyText().doesNotContain("action=\"/tasks/" + id.value() + "/report\"");
    }

    @Test
    void theSameHelperTwiceIsOneAndLeavesAgain() {
        var id = given.order("Việc thêm hai lần", DUE, "SL-04");
        for (var click = 0; click < 2; click++) {
            post("vanphong", id, "roles", "helping", given.unit("SL-06").toString());
        }
        assertThat(extras.roles(id.value())).hasSize(1);

        var role = extras.roles(id.value()).getFirst().id();
        assertThat(post("bithu04", id, "roles/remove", "role", role.toString())
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(post("vanphong", id, "roles/remove", "role", role.toString()))
                .hasStatus3xxRedirection();
        assertThat(extras.roles(id.value())).isEmpty();
        assertThat(get("bithu06", id, "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aLeaderWatchesAndNobodyElseMayBeNamed() {
        var id = given.order("Việc lãnh đạo theo dõi", DUE, "SL-04");
        var leader = person("thuongtruc");
        var stranger = person("bithu09");

        assertThat(post("vanphong", id, "roles", "supervising", leader.toString()))
                .hasStatus3xxRedirection();
        assertThat(post("vanphong", id, "roles", "supervising", stranger.toString()))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("không thuộc nơi giao việc");

        assertThat(get("bithu04", id, "?tab=beside")).bodyText().contains("Lãnh đạo chỉ đạo");
        assertThat(extras.roles(id.value()))
                .singleElement()
                .satisfies(role -> assertThat(role.person()).isEqualTo(leader));
    }

    @Test
    void stepsAreAddedTickedUntickedAndTakenAwayByTheUnit() {
        var id = given.order("Việc nhiều bước", DUE, "SL-04");
        var step = Uuid7.next();
        for (var click = 0; click < 2; click++) {
            assertThat(post("bithu04", id, "steps", "step", step.toString(), "text", "Họp thôn lấy ý kiến"))
                    .hasStatus3xxRedirection();
        }
        assertThat(lists.of(id.value())).as("the same form twice").hasSize(1);

        post("bithu04", id, "steps/tick", "step", step.toString(), "done", "true");
        assertThat(get("vanphong", id, "?tab=progress"))
                .bodyText()
                .contains("Họp thôn lấy ý kiến", "1/1", "ti-square-check", "01/11/2018");
        post("bithu04", id, "steps/tick", "step", step.toString(), "done", "false");
        assertThat(get("vanphong", id, "?tab=progress")).bodyText().contains("0/1");
        post("vanphong", id, "steps/remove", "step", step.toString());
        assertThat(lists.of(id.value())).isEmpty();
    }

    @Test
    void aStepWithoutWordsIsAskedForAndAnothersOrderDoesNotExist() {
        var id = given.order("Việc của Rú Mây", DUE, "SL-06");
        var step = UUID.randomUUID().toString();

        assertThat(post("bithu06", id, "steps", "step", step, "text", " "))
                .hasStatus(422)
                .bodyText()
                .contains("gb-error");
        assertThat(post("bithu06", id, "steps", "step", step, "text", "x".repeat(301)))
                .hasStatus(422)
                .bodyText()
                .contains("x".repeat(301));
        assertThat(post("bithu07", id, "steps", "step", step, "text", "Chen ngang"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("bithu07", id, "steps/tick", "step", step, "done", "true"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(lists.of(id.value())).isEmpty();
    }

    @Test
    void aStepOfAnotherOrderIsNotTouched() {
        var own = given.order("Việc riêng", DUE, "SL-07");
        var others = given.order("Việc khác", DUE, "SL-08");
        var step = Uuid7.next();
        post("bithu08", others, "steps", "step", step.toString(), "text", "Bước của đơn vị khác");

        post("bithu07", own, "steps/tick", "step", step.toString(), "done", "true");
        post("bithu07", own, "steps/remove", "step", step.toString());

        assertThat(lists.of(others.value()))
                .singleElement()
                .satisfies(item -> assertThat(item.done()).isFalse());
    }

    @Test
    void linksLeadToTheIndicatorAndTheDirectiveAndAWrongCodeIsSaid() {
        var id = given.order("Việc gắn chỉ tiêu", DUE, "SL-04");
        assertThat(post("vanphong", id, "links", "kind", "INDICATOR", "code", "TC17"))
                .hasStatus3xxRedirection();
        assertThat(post("vanphong", id, "links", "kind", "DIRECTIVE", "code", "18-NQ/TW", "title", "Sắp xếp bộ máy"))
                .hasStatus3xxRedirection();
        post("vanphong", id, "links", "kind", "DIRECTIVE", "code", "18-NQ/TW", "title", "Sắp xếp bộ máy");
        assertThat(post("vanphong", id, "links", "kind", "INDICATOR", "code", "KHONG-CO"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("KHONG-CO");
        assertThat(post("vanphong", id, "links", "kind", "DIRECTIVE", "code", " ", "title", "Giữ lại chữ này"))
                .hasStatus(422)
                .bodyText()
                .contains("Giữ lại chữ này");

        assertThat(get("bithu04", id, "?tab=beside"))
                .bodyText()
                .contains("/indicators/TC17", "Đảng viên mới kết nạp", "/trace/directives?number=18-NQ/TW")
                .containsOnlyOnce("</a> Sắp xếp bộ máy");
        post("vanphong", id, "links/remove", "kind", "INDICATOR", "code", "TC17");
        assertThat(get("bithu04", id, "?tab=beside")).bodyText().doesNotContain("/indicators/TC17");
    }

    @Test
    void afterItIsConfirmedNothingMovesAnyMore() {
        var id = given.order("Việc đã xong", DUE, "SL-04");
        var step = Uuid7.next().toString();
        post("bithu04", id, "steps", "step", step, "text", "Bước duy nhất");
        post("bithu04", id, "report", "proof", "xong");
        post("vanphong", id, "confirm");

        assertThat(post("bithu04", id, "steps/tick", "step", step, "done", "true"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Đã xong");
    }

    private PersonId person(String login) {
        return accounts.viewer(accounts.byLogin(login).orElseThrow())
                .orElseThrow()
                .person();
    }

    private MvcTestResult get(String login, TaskId id, String query) {
        return mvc.get()
                .uri("/tasks/" + id.value() + query)
                .with(SignIn.as(accounts, login))
                .exchange();
    }

    private MvcTestResult post(String login, TaskId id, String act, String... params) {
        var request = mvc.post().uri("/tasks/" + id.value() + "/" + act);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.with(SignIn.as(accounts, login)).with(csrf()).exchange();
    }
}
