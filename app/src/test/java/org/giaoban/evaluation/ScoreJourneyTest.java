package org.giaoban.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One branch meeting from the branch's own points over the visitor's to the decision, over the pages. */
@GiaoBanTest(story = "ky-son-2022-06")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreJourneyTest {

    private static final String BRANCH = "mk-cb4";
    private static final String FOLLOWER = "mk-mattran";
    private static final String LEADER = "mk-bithu03";
    private static final List<String> LINES = List.of("cb-noi-dung", "cb-thong-bao", "th-trinh-tu", "th-phe-binh");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcTemplate jdbc;

    private String page = "";

    @BeforeAll
    void findTheOpenScore() {
        page = "/evaluations/meetings/"
                + jdbc.queryForObject("select meeting_id from evaluation.score where state = 'OPEN'", UUID.class);
    }

    @Test
    @Order(1)
    void anotherBranchSeesNothingAndScoresNothing() {
        assertThat(get("mk-cb2", page)).hasStatus(HttpStatus.NOT_FOUND);
        for (var act : List.of("self", "superior", "decide")) {
            assertThat(give("mk-cb2", act, "6", "5", "11", "6").getResponse().getStatus())
                    .as(act)
                    .isIn(403, 404);
        }
        assertThat(give(BRANCH, "superior", "6", "5", "11", "6")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(give(FOLLOWER, "decide", "6", "5", "11", "6").getResponse().getStatus())
                .isIn(403, 404);
    }

    @Test
    @Order(2)
    void badPointsAreNamedAndEverythingTypedStays() {
        var sent = give(FOLLOWER, "superior", "80", "năm", "11,5", "-1", "n.th-phe-binh", "Chưa ai <góp ý>");

        assertThat(sent)
                .hasStatus(422)
                .bodyText()
                .contains("ghi điểm từ 0 đến 8", "ghi điểm từ 0 đến 7", "value=\"80\"", "value=\"năm\"")
                .contains("value=\"11,5\"", "value=\"-1\"", "Chưa ai &lt;góp ý")
                .doesNotContain("<góp ý>");
        assertThat(points("SUPERIOR")).isZero();
    }

    @Test
    @Order(3)
    void twoSidesAreTwoPeopleAndTheirDifferenceIsExplained() {
        assertThat(give("mk-chanhvp", "self", "6", "5", "11", "6")).hasStatus3xxRedirection();
        assertThat(give("mk-chanhvp", "superior", "6", "5", "11", "6"))
                .hasStatus(422)
                .bodyText()
                .contains("hai bên phải do hai người chấm");
        assertThat(give(BRANCH, "self", "6", "5", "11", "6", "n.cb-noi-dung", "Có dự thảo, chưa in"))
                .hasStatus3xxRedirection();
        assertThat(give(FOLLOWER, "superior", "4,5", "5", "11", "6", "n.cb-noi-dung", "Dự thảo đưa ra tại chỗ"))
                .hasStatus3xxRedirection();

        assertThat(get(LEADER, page))
                .bodyText()
                .containsSubsequence(
                        "data-line=\"cb-noi-dung\"",
                        "Lệch 1,5 điểm",
                        "Chi bộ: Có dự thảo, chưa in",
                        "Cấp trên: Dự thảo đưa ra tại chỗ")
                .containsOnlyOnce("Lệch");
    }

    @Test
    @Order(4)
    void theSameFormTwiceIsOneAndAStaleOneIsToldAndMayBeSentAgain() {
        var version = version();
        var first = giveAt(version, BRANCH, "self", "7", "5", "11", "6");
        assertThat(first).hasStatus3xxRedirection();
        assertThat(giveAt(version, BRANCH, "self", "7", "5", "11", "6")).hasStatus3xxRedirection();
        assertThat(version()).isEqualTo(version + 1);

        assertThat(giveAt(version, FOLLOWER, "superior", "4", "4", "10", "6"))
                .hasStatus(422)
                .bodyText()
                .contains("Có người vừa chấm hoặc chốt", "name=\"version\" value=\"" + (version + 1) + "\"")
                .contains("value=\"10\"");
        assertThat(give(FOLLOWER, "superior", "4", "4", "10", "6")).hasStatus3xxRedirection();
    }

    @Test
    @Order(5)
    void aDecisionSaysWhyAndAnotherGradeNeedsAReason() {
        assertThat(give(LEADER, "decide", "4", "4", "10", "6"))
                .hasStatus(422)
                .bodyText()
                .contains("hai bên chấm lệch nhau");
        assertThat(decide(LEADER, "grade", "TOT"))
                .hasStatus(422)
                .bodyText()
                .contains("Xếp khác bảng điểm thì phải ghi lý do");
        assertThat(state()).isEqualTo("OPEN");
    }

    @Test
    @Order(6)
    void ofTwoWhoDecideAtOnceOneWinsAndTheVetoHoldsTheGradeDown() throws Exception {
        var start = new CyclicBarrier(2);
        var answers = new ArrayList<Future<MvcTestResult>>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var login : List.of(LEADER, "mk-tochuc")) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return decide(login, "veto", "hop-ghep");
                }));
            }
        }
        var statuses = List.of(
                answers.getFirst().get().getResponse().getStatus(),
                answers.getLast().get().getResponse().getStatus());

        assertThat(statuses).containsExactlyInAnyOrder(303, 422);
        var loser = answers.get(statuses.indexOf(422)).get();
        assertThat(loser).bodyText().containsAnyOf("đã chốt, không sửa được", "Có người vừa chấm hoặc chốt");
        assertThat(get(BRANCH, page)).bodyText().contains("Họp ghép với họp chuyên môn: không xếp trên mức Trung bình");
        assertThat(jdbc.queryForObject(
                        "select grade from evaluation.score where meeting_id = ?::uuid", String.class, meeting()))
                .isIn("TB", "KEM");
    }

    @Test
    @Order(7)
    void afterwardsNobodyOpensItAgain() {
        assertThat(state()).isEqualTo("DECIDED");
        assertThat(get(LEADER, page)).bodyText().doesNotContain("<form method=\"post\" action=\"" + page);
        assertThat(give(BRANCH, "self", "8", "7", "15", "10"))
                .hasStatus(422)
                .bodyText()
                .contains("đã chốt, không sửa được nữa");
    }

    private String meeting() {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private String state() {
        return jdbc.queryForObject(
                "select state from evaluation.score where meeting_id = ?::uuid", String.class, meeting());
    }

    private int version() {
        return jdbc.queryForObject(
                "select version from evaluation.score where meeting_id = ?::uuid", Integer.class, meeting());
    }

    private int points(String side) {
        return jdbc.queryForObject(
                "select count(*) from evaluation.score_point p join evaluation.score s on s.id = p.score_id where"
                        + " s.meeting_id = ?::uuid and p.side = ?",
                Integer.class,
                meeting(),
                side);
    }

    /** Decides with the reason where the sides differ. */
    private MvcTestResult decide(String login, String... more) {
        var fields = new ArrayList<>(List.of("4", "4", "10", "6"));
        LINES.forEach(line -> fields.addAll(List.of("n." + line, "Theo người dự họp")));
        fields.addAll(Arrays.asList(more));
        return give(login, "decide", fields.toArray(String[]::new));
    }

    private MvcTestResult give(String login, String act, String... fields) {
        return giveAt(version(), login, act, fields);
    }

    /** Sends a side's form: the points of the four lines, then further fields by name. */
    private MvcTestResult giveAt(int version, String login, String act, String... fields) {
        var request = mvc.post().uri(page + "/" + act).param("version", String.valueOf(version));
        for (var line = 0; line < LINES.size(); line++) {
            request.param("p." + LINES.get(line), fields[line]);
        }
        for (var field = LINES.size(); field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.with(SignIn.as(accounts, login)).with(csrf()).exchange();
    }

    private MvcTestResult get(String login, String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }
}
