package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.giaoban.platform.MachineTime;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The clock goes back an hour: nothing that was to end soon lasts an hour longer. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ClockWentBackTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    BrowserSession browser;

    @Test
    void aProofGivenBeforeItIsAskedForAgain() {
        var admin = accounts.byLogin("quantri").orElseThrow();

        assertThat(mvc.get()
                        .uri("/people/export?format=csv")
                        .with(SignIn.as(accounts, admin, Proof.PASSWORD, HOUR.negated())))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get()
                        .uri("/people/export?format=csv")
                        .with(SignIn.as(accounts, admin, Proof.PASSWORD, Duration.ofSeconds(-3))))
                .as("the clocks of two machines are never quite the same")
                .hasStatusOk();
    }

    @Test
    void aHalfLogInBegunBeforeItBeginsAgain() {
        var account = accounts.get(accounts.byLogin("xa05").orElseThrow());
        var request = new MockHttpServletRequest();
        browser.await(account, request, new MockHttpServletResponse());

        assertThat(at(Duration.ZERO).halfWay(request)).isPresent();
        assertThat(at(HOUR).halfWay(request)).isEmpty();
        assertThat(at(HOUR.negated()).halfWay(request)).isEmpty();
    }

    private ProvenSession at(Duration later) {
        return new ProvenSession(browser, accounts, sessions, new MachineTime() {
            @Override
            public Instant instant() {
                return super.instant().plus(later);
            }
        });
    }
}
