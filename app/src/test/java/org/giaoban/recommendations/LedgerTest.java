package org.giaoban.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Stories;
import org.giaoban.recommendations.Raising.Asked;
import org.giaoban.recommendations.Recommendation.Source;
import org.giaoban.recommendations.RecommendationFilter.Side;
import org.giaoban.reporting.EarlierRequests;
import org.giaoban.reporting.RequestsRaised;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger of the story's district: numbers, desks, and what may be done with a recommendation. */
@GiaoBanTest(story = "vu-quang-2018-11")
class LedgerTest {

    private static final Period NOVEMBER = Period.month(2018, 11);

    @Autowired
    Raising raising;

    @Autowired
    Answering answering;

    @Autowired
    Recommendations recommendations;

    @Autowired
    RecommendationRepository repository;

    @Autowired
    RecommendationLists lists;

    @Autowired
    RecommendationPages pages;

    @Autowired
    EarlierRequests earlier;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Stories stories;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private <T> T as(String login, Supplier<T> work) {
        return viewer.as(accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow(), work);
    }

    private void run(String login, Runnable work) {
        as(login, () -> {
            work.run();
            return login;
        });
    }

    private UnitId unit(String code) {
        return organization.idOf(code);
    }

    private UUID raise(String code, String login, String text, String addressee) {
        return as(login, () -> raising.raise(unit(code), Source.HAND, new Asked(text, addressee, null)));
    }

    private Recommendation get(UUID id) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> repository.find(id, org.jooq.impl.DSL.noCondition()).orElseThrow());
    }

    @Test
    void whatTheStoryAskedWaitsAtTheDesksItNamed() {
        var waiting = viewer.as(Viewer.SYSTEM, () -> recommendations.waiting(unit("SL-09")));

        assertThat(waiting).hasSize(1);
        assertThat(waiting.getFirst().text()).contains("rác thải");
        assertThat(waiting.getFirst().number()).isEqualTo("1/2018");
        assertThat(waiting.getFirst().addressed().to()).isEqualTo("Phòng Tài nguyên và Môi trường");
        assertThat(waiting.getFirst().addressed().desk()).isEqualTo(unit("SL-TNMT"));
        assertThat(jdbc.queryForList(
                        "select distinct u.code from recommendations.recommendation r"
                                + " join organization.unit u on u.id = r.desk_unit_id",
                        String.class))
                .contains("SL-BTC", "SL-BTG", "SL-TNMT", "SL-UB", "SL-VP");
        assertThat(jdbc.queryForObject(
                        "select s.by_name from recommendations.step s join recommendations.recommendation r"
                                + " on r.id = s.recommendation_id where s.act = 'ANSWER' and r.unit_id = ?",
                        String.class,
                        unit("SL-07").value()))
                .as("whoever sits at that desk answered")
                .isEqualTo("Hoàng Thị Ngọc Ánh");
    }

    @Test
    void loadingAgainChangesNothing() {
        var rows = "select id, state, desk_unit_id, number from recommendations.recommendation order by id";
        var before = jdbc.queryForList(rows);

        stories.load("vu-quang-2018-11");

        assertThat(jdbc.queryForList(rows)).containsAll(before);
    }

    @Test
    void anUnknownAddresseeLiesAtTheLevelAboveAndTheStandingCommitteeIsTheCommittee() {
        assertThat(get(raise("SL-01", "xa01", "Việc một", "Sở nào đó")).desk().unit())
                .isEqualTo(unit("SL"));
        assertThat(get(raise("SL-01", "xa01", "Việc hai", "Ban Thường vụ Huyện ủy"))
                        .desk()
                        .unit())
                .isEqualTo(unit("SL"));
        assertThat(get(raise("SL-01", "xa01", "Việc ba", "Ủy ban nhân dân huyện"))
                        .desk()
                        .unit())
                .isEqualTo(unit("SL-UB"));
    }

    @Test
    void aReturnSentAgainKeepsItsNumbersAndWithdrawsWhatItDropped() {
        var source = UUID.randomUUID();
        sent(source, "Một", "Hai");
        sent(source, "Hai", "Ba");
        sent(source, "Hai", "Ba", "Một", "Một");

        assertThat(jdbc.queryForList(
                        "select body || ' ' || number || ' ' || state from recommendations.recommendation"
                                + " where source_id = ? order by number",
                        String.class,
                        source))
                .containsExactly("Một 1 WAITING", "Hai 2 WAITING", "Ba 3 WAITING");
        assertThat(jdbc.queryForList(
                        "select s.act from recommendations.step s join recommendations.recommendation r"
                                + " on r.id = s.recommendation_id where r.source_id = ? and r.body = 'Một' order by s.at, s.id",
                        String.class,
                        source))
                .containsExactly("RAISE", "WITHDRAW", "RAISE");
    }

    private void sent(UUID source, String... requests) {
        var asked = java.util.Arrays.stream(requests)
                .map(text -> new RequestsRaised.Asked(text, "Ban Tổ chức"))
                .toList();
        run(
                "xa03",
                () -> raising.sent(new RequestsRaised(
                        source, unit("SL-03"), NOVEMBER, "/returns", clock.instant(), false, asked)));
    }

    @Test
    void theNextReturnOpensWithWhatBecameOfTheLastOnes() {
        var summary = earlier.before(unit("SL-07"), Period.month(2018, 9), Period.month(2018, 10))
                .orElseThrow();

        assertThat(summary.asked()).isEqualTo(1);
        assertThat(summary.answered()).isEqualTo(1);
        assertThat(earlier.before(unit("SL-07"), Period.month(2018, 8), Period.month(2018, 9)))
                .isEmpty();
    }

    @Test
    void onlyTheDeskAnswersAndAnAnswerIsFinal() {
        var id = raise("SL-02", "xa02", "Xin hướng dẫn", "Ban Tổ chức");

        assertThatThrownBy(() -> run("xa02", () -> answering.answer(id, "Tự trả lời")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> run("kiemtra", () -> answering.answer(id, "Ban khác")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> run("tochuc", () -> answering.answer(id, "  ")))
                .isInstanceOf(Refused.class);
        run("tochuc", () -> answering.takeUp(id));
        run("tochuc", () -> answering.answer(id, "Đã gửi hướng dẫn"));

        assertThat(get(id).state()).isEqualTo(RecommendationState.ANSWERED);
        assertThatThrownBy(() -> run("vanphong", () -> answering.refuse(id, "Thôi")))
                .isInstanceOf(Refused.class);
        assertThat(as("xa02", () -> pages.of(id, Map.of()).path()))
                .extracting(RecommendationPages.PathStep::by)
                .containsExactly("Nguyễn Văn Toại", "Phan Văn Tựu", "Phan Văn Tựu");
    }

    @Test
    void passedOnItStaysOpenWithItsDateAndBothSidesSeeThePath() {
        var id = raise("SL-04", "xa04", "Xin đất làm nhà văn hóa", "Ban Tổ chức");
        var due = get(id).dueOn();

        run("tochuc", () -> answering.pass(id, unit("SL-UB"), "Thuộc thẩm quyền UBND huyện"));

        assertThat(get(id).state()).isEqualTo(RecommendationState.PASSED_UP);
        assertThat(get(id).dueOn()).isEqualTo(due);
        assertThat(get(id).desk().unit()).isEqualTo(unit("SL-UB"));
        assertThatThrownBy(() -> run("tochuc", () -> answering.answer(id, "Muộn rồi")))
                .isInstanceOf(NotFound.class);
        assertThat(as("tochuc", () -> pages.visible(id))).isTrue();
        assertThat(as("xa04", () -> pages.visible(id))).isTrue();
        assertThat(as("xa05", () -> pages.visible(id))).isFalse();
        assertThatThrownBy(() -> run("vanphong", () -> answering.pass(id, unit("SL-09"), "")))
                .as("a commune is no addressee")
                .isInstanceOf(Refused.class);
        run("vanphong", () -> answering.passOutside(id, "Sở Văn hóa và Thể thao tỉnh"));
        assertThat(get(id).open()).isTrue();
        assertThat(get(id).desk().unit()).isEqualTo(unit("SL-UB"));
    }

    @Test
    void twoOfficersWhoDecideAtOnceLeaveOneAnswer() throws Exception {
        var id = raise("SL-06", "xa06", "Xin kinh phí", "Ban Thường vụ Huyện ủy");
        Callable<Boolean> answer = () -> decided(() -> run("vanphong", () -> answering.answer(id, "Đồng ý")));
        Callable<Boolean> refuse = () -> decided(() -> run("chanhvp", () -> answering.refuse(id, "Không đủ nguồn")));

        try (var pool = Executors.newFixedThreadPool(2)) {
            var outcomes = new HashSet<Boolean>();
            for (var done : pool.invokeAll(List.of(answer, refuse))) {
                outcomes.add(done.get());
            }
            assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from recommendations.step where recommendation_id = ? and act in ('ANSWER', 'REFUSE')",
                        Integer.class,
                        id))
                .isEqualTo(1);
    }

    private static boolean decided(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refused second) {
            return false;
        }
    }

    @Test
    void numbersAreGivenOnceAlsoToTwoAtATime() throws Exception {
        Callable<UUID> raise = () -> raise("SL-10", "xa10", "Cùng lúc " + UUID.randomUUID(), "Ban Dân vận");
        try (var pool = Executors.newFixedThreadPool(4)) {
            pool.invokeAll(java.util.Collections.nCopies(12, raise))
                    .forEach(done -> assertThat(done.state()).isEqualTo(java.util.concurrent.Future.State.SUCCESS));
        }
        assertThat(jdbc.queryForList(
                        "select number from recommendations.recommendation where unit_id = ? and body like 'Cùng lúc%' order by number",
                        Integer.class, unit("SL-10").value()))
                .doesNotHaveDuplicates()
                .hasSize(12);
    }

    @Test
    void agesAreCountedAtTheDeskAndSeenFromBothSides() {
        var all = RecommendationFilter.of(Map.of(), Side.ALL);
        var ages = as("vanphong", () -> lists.ages(all));

        assertThat(ages).extracting(RecommendationLists.DeskAge::name).anyMatch(name -> name.contains("Môi trường"));
        assertThat(ages.stream().mapToInt(RecommendationLists.DeskAge::all).sum())
                .isEqualTo(
                        as("vanphong", () -> lists.page(all, null, 200)).items().size());
        assertThat(as("xa09", () -> lists.open(Side.RAISED))).isEqualTo(1);
        assertThat(as("xa09", () -> lists.open(Side.ANSWER))).isZero();
    }

    @Test
    void aUnitSeesItsOwnAndNoOther() {
        assertThat(as("xa11", () -> lists.page(RecommendationFilter.of(Map.of("state", "any"), Side.ALL), null, 200))
                        .items())
                .allMatch(line -> line.unit().equals(unit("SL-11")))
                .isNotEmpty();
    }
}
