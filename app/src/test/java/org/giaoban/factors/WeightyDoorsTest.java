package org.giaoban.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.factors.FactorPeople.body;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.access.Reach;
import org.giaoban.access.UnitTree;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Proof;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which doors ask once more who it is: after six minutes they do, after four they do not. */
@GiaoBanTest(story = "vu-quang-2018-11")
class WeightyDoorsTest {

    private static final Duration STALE = Duration.ofMinutes(6);
    private static final Duration FRESH = Duration.ofMinutes(4);
    private static final String ASKED = "name=\"gb-proof\"";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    FactorRules rules;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    UnitTree tree;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @CsvSource({"vanphong, /personal-data/export?format=csv", "xa05, /my-data/export/json", "xa05, /my-data/export/pdf"
    })
    void filesWithPersonalDataAskBeforeTheyAreGiven(String login, String file) {
        var owner = accounts.byLogin(login).orElseThrow();

        var asked = get(file, owner, STALE);

        assertThat(asked).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(asked.getResponse().getHeader("Location"))
                .startsWith("/account/confirm?next=")
                .endsWith("&for=EXPORT");
        assertThat(get(file, owner, FRESH)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/accounts/%s/password", "/accounts/%s/reopen", "/returns/delegations"})
    void openingAccountsAndLendingARightAsk(String door) {
        var admin = accounts.byLogin("quantri").orElseThrow();
        lend(admin);
        var to = door.formatted(accounts.byLogin("xa07").orElseThrow());

        assertThat(post(to, admin, STALE)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(post(to, admin, STALE))).contains(ASKED);
        assertThat(body(post(to, admin, FRESH))).doesNotContain(ASKED);
    }

    @Test
    void everyWeightIsBorneByADoorAndHasItsRule() {
        var borne = mappings.getHandlerMethods().values().stream()
                .map(method -> method.getMethodAnnotation(Weighty.class))
                .filter(Objects::nonNull)
                .map(Weighty::value)
                .collect(Collectors.toSet());

        assertThat(borne).containsExactlyInAnyOrder(Weight.values());
        assertThat(Weight.values())
                .allSatisfy(weight -> assertThat(rules.of(weight)).isPresent());
    }

    /** The right that is lent is not an administrator's by itself. */
    private void lend(AccountId admin) {
        if (viewer.as(accounts.viewer(admin).orElseThrow(), () -> access.allowsAnywhere(Capability.REPORT_ACCEPT))) {
            return;
        }
        viewer.run(
                Viewer.SYSTEM,
                () -> grants.grant(
                        admin,
                        Capability.REPORT_ACCEPT,
                        tree.byCode("SL").orElseThrow(),
                        Reach.UNIT,
                        DateRange.from(LocalDate.of(2018, 1, 1))));
    }

    private MvcTestResult get(String uri, AccountId who, Duration ago) {
        return mvc.get()
                .uri(uri)
                .with(SignIn.as(accounts, who, Proof.PASSWORD, ago))
                .exchange();
    }

    private MvcTestResult post(String uri, AccountId who, Duration ago) {
        return mvc.post()
                .uri(uri)
                .with(csrf())
                .with(SignIn.as(accounts, who, Proof.PASSWORD, ago))
                .exchange();
    }
}
