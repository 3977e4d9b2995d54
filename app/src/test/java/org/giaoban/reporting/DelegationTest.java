package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Delegations;
import org.giaoban.access.GrantId;
import org.giaoban.access.Grants;
import org.giaoban.access.Reach;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Deciding on returns in somebody's place: never more than was given, never longer, always with both names. */
@GiaoBanTest(story = "vu-quang-2018-11")
class DelegationTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 11, 1);
    private static int count;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Delegations delegations;

    @Autowired
    Grants grants;

    @Autowired
    Organization organization;

    @Autowired
    ReturnRepository returns;

    @Autowired
    Books books;

    private AccountId head;
    private AccountId deputy;
    private GrantId right;

    @BeforeEach
    void people() {
        LocaleContextHolder.setLocale(org.giaoban.platform.Texts.VIETNAMESE);
        head = account("truong");
        deputy = account("pho");
        right = viewer.as(Viewer.SYSTEM, () -> {
            var district = organization.idOf("SL");
            grants.grant(head, Capability.REPORT_READ, district, Reach.BELOW, DateRange.from(TODAY.minusYears(1)));
            return grants.grant(
                    head, Capability.REPORT_ACCEPT, district, Reach.BELOW, DateRange.from(TODAY.minusYears(1)));
        });
    }

    private AccountId account(String login) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> accounts.create(new NewAccount(
                        login + ++count,
                        "Người " + login + " " + count,
                        null,
                        null,
                        "mot cau de nho 2018",
                        NewAccount.FirstLogIn.KEEPS_PASSWORD)));
    }

    private Viewer person(AccountId account) {
        return accounts.viewer(account).orElseThrow();
    }

    private UUID give(AccountId giver, AccountId taker, LocalDate from, LocalDate until, String... units) {
        return viewer.as(
                person(giver),
                () -> delegations.give(
                        taker,
                        Arrays.stream(units).map(organization::idOf).collect(Collectors.toSet()),
                        new DateRange(from, until)));
    }

    private UUID lend(String... units) {
        return give(head, deputy, TODAY, TODAY.plusDays(10), units);
    }

    private MvcTestResult post(AccountId account, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, account));
        fields.forEach(request::param);
        return request.exchange();
    }

    private String page(AccountId account, String address) {
        try {
            return mvc.get()
                    .uri(address)
                    .with(SignIn.as(accounts, account))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MvcTestResult accept(AccountId account, String unit) {
        return post(account, address(unit) + "/accept", Map.of("version", "1"));
    }

    private static String address(String unit) {
        return "/returns/" + unit + "/TH-THANG/2018-10";
    }

    private ReturnState state(String unit) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> returns.find(books.key(unit, "2018-10")).orElseThrow().state());
    }

    @Test
    void aDeputyDecidesAndBothAreNamedEverywhere() {
        lend("SL-01");

        assertThat(page(deputy, address("SL-01"))).contains("thay mặt Người truong", "Chấp nhận");
        assertThat(accept(deputy, "SL-01")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(state("SL-01")).isEqualTo(ReturnState.ACCEPTED);
        var both = name(deputy) + ", thay mặt " + name(head);
        assertThat(page(head, address("SL-01"))).contains(both);
        assertThat(page(head, address("SL-01") + "/history")).contains("Thay mặt", name(head), name(deputy));
        var vanphong = accounts.byLogin("vanphong").orElseThrow();
        assertThat(page(vanphong, "/figures/SL-01/TC10/2018-10"))
                .as("the passport of a figure of that return")
                .contains(both);
    }

    private String name(AccountId account) {
        return viewer.as(Viewer.SYSTEM, () -> accounts.get(account).name());
    }

    @Test
    void aDeputyGivesBackToo() {
        lend("SL-02");

        assertThat(post(deputy, address("SL-02") + "/give-back", Map.of("version", "1", "comment", "Xem lại")))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(state("SL-02")).isEqualTo(ReturnState.RETURNED);
    }

    @Test
    void nothingElseIsLent() {
        lend("SL-03");

        assertThat(accept(deputy, "SL-04")).as("another unit").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(state("SL-04")).isEqualTo(ReturnState.SUBMITTED);
        assertThat(page(deputy, address("SL-04"))).doesNotContain("Chấp nhận");
        assertThat(accept(deputy, "SL-03")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(post(deputy, address("SL-03") + "/reopen", Map.of()))
                .as("opening again is not lent")
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(state("SL-03")).isEqualTo(ReturnState.ACCEPTED);
        var completeness = post(
                deputy, "/returns/completeness/extend?unit=SL&period=2018-11&until=2018-12-09", Map.of("reason", "x"));
        assertThat(completeness).as("nor are dates").hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void itBeginsAndEndsWithItsDays() {
        give(head, deputy, TODAY.plusDays(1), TODAY.plusDays(5), "SL-05");
        assertThat(accept(deputy, "SL-05")).as("not yet").hasStatus(HttpStatus.NOT_FOUND);
        assertThatThrownBy(() -> give(head, deputy, TODAY.minusDays(9), TODAY, "SL-05"))
                .as("over before it is given")
                .isInstanceOf(Refused.class);

        give(head, deputy, TODAY.minusDays(3), TODAY.plusDays(1), "SL-05");

        assertThat(page(deputy, address("SL-05"))).as("today is its last day").contains("Chấp nhận");
    }

    @Test
    void itEndsWhenItIsTakenBackAlsoWithThePageOpen() {
        var given = lend("SL-06");
        assertThat(page(deputy, address("SL-06"))).contains("Chấp nhận");

        post(head, "/returns/delegations/" + given + "/revoke", Map.of());

        assertThat(accept(deputy, "SL-06")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(state("SL-06")).isEqualTo(ReturnState.SUBMITTED);
        assertThat(page(deputy, "/returns/delegations")).contains("Đã thu hồi");
        lend("SL-06");
        assertThat(page(deputy, address("SL-06"))).as("given anew").contains("Chấp nhận");
    }

    @Test
    void itEndsWithTheGiversRightAndTheGiversAccount() {
        lend("SL-07");
        viewer.run(Viewer.SYSTEM, () -> grants.end(right, TODAY));
        assertThat(accept(deputy, "SL-07")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(page(deputy, "/returns/delegations")).contains("không còn đủ quyền");

        people();
        lend("SL-07");
        viewer.run(Viewer.SYSTEM, () -> accounts.close(head));
        assertThat(accept(deputy, "SL-07")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(state("SL-07")).isEqualTo(ReturnState.SUBMITTED);
    }

    @Test
    void nobodyPassesOnWhatIsLentNorGivesWhatTheyLack() {
        lend("SL-08");
        var third = account("ba");

        assertThatThrownBy(() -> give(deputy, third, TODAY, TODAY.plusDays(1), "SL-08"))
                .isInstanceOf(NotFound.class);
        viewer.run(
                Viewer.SYSTEM,
                () -> grants.grant(
                        deputy, Capability.GRANTS, organization.idOf("SL"), Reach.BELOW, DateRange.from(TODAY)));
        for (var capability : List.of(Capability.REPORT_ACCEPT, Capability.REPORT_READ)) {
            assertThatThrownBy(() -> viewer.run(
                            person(deputy),
                            () -> grants.grant(
                                    third, capability, organization.idOf("SL-08"), Reach.UNIT, DateRange.from(TODAY))))
                    .as("also not as a right of one's own: " + capability)
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> give(head, head, TODAY, TODAY.plusDays(1), "SL-08"))
                .isInstanceOf(Refused.class);
        var reporter = accounts.byLogin("xa08").orElseThrow();
        assertThatThrownBy(() -> give(head, reporter, TODAY, TODAY.plusDays(1), "SL-08"))
                .as("nobody decides on the return they make")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> lend("SL-08")).as("twice").isInstanceOf(Refused.class);
    }

    @Test
    void theFormKeepsWhatWasTypedAndTheListShowsBothSides() {
        var fields = new HashMap<>(Map.of("login", "khong-co", "units", "SL-09", "from", "2018-11-01", "last", ""));
        var again = post(head, "/returns/delegations", fields);
        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(again).bodyText().contains("khong-co", "value=\"SL-09\" checked", "Ghi ngày");
        fields.put("login", viewer.as(Viewer.SYSTEM, () -> accounts.get(deputy).login()));
        fields.put("last", "2018-11-20");

        assertThat(post(head, "/returns/delegations", fields)).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(page(head, "/returns/delegations")).contains("Tôi ủy quyền", name(deputy), "20/11/2018", "Thu hồi");
        assertThat(page(deputy, "/returns/delegations")).contains("Tôi được ủy quyền", name(head));
        assertThat(page(account("ngoai"), "/returns/delegations")).doesNotContain(name(head));
        assertThat(page(deputy, "/inbox")).contains("ủy quyền cho bạn");
    }

    @Test
    void whoeverIsNotPartOfItTakesNothingBack() {
        var given = lend("SL-10");

        assertThat(post(deputy, "/returns/delegations/" + given + "/revoke", Map.of()))
                .hasStatus(HttpStatus.NOT_FOUND);

        assertThat(page(deputy, address("SL-10"))).contains("Chấp nhận");
    }
}
