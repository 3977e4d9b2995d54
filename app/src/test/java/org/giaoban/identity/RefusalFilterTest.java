package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever tries doors that are shut to them leaves a line in the log, and what they typed does not. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(OutputCaptureExtension.class)
class RefusalFilterTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Test
    void aShutDoorIsWrittenDown(CapturedOutput output) {
        assertThat(get("xa06", "/accounts?q=khong.cua.toi")).isEqualTo(404);

        assertThat(output).contains("Not let in: account " + id("xa06") + " by AccountsController.list, 404");
        assertThat(output).doesNotContain("khong.cua.toi");
    }

    @Test
    void soIsAThingOfOthersBehindAnOpenDoor(CapturedOutput output) {
        assertThat(get("xa06", "/returns/SL-01/TH-THANG/2018-11")).isEqualTo(404);

        assertThat(output).contains("Not let in: account " + id("xa06"));
    }

    @Test
    void andWhatIsSentThere(CapturedOutput output) {
        var sent = mvc.post()
                .uri("/units")
                .param("name", "khong.cua.toi")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(SignIn.as(accounts, "xa06"))
                .exchange();

        assertThat(sent.getResponse().getStatus()).isEqualTo(404);
        assertThat(output).contains("Not let in: account " + id("xa06")).doesNotContain("khong.cua.toi");
    }

    @Test
    void neitherOpenDoorsNorAddressesOfNothingNorVisitorsAre(CapturedOutput output) {
        assertThat(get("quantri", "/accounts")).isEqualTo(200);
        assertThat(get("xa06", "/khong-co-trang-nay")).isEqualTo(404);
        mvc.get().uri("/accounts").exchange();

        assertThat(output).doesNotContain("Not let in");
    }

    private int get(String login, String address) {
        return mvc.get()
                .uri(address)
                .with(SignIn.as(accounts, login))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private String id(String login) {
        return accounts.byLogin(login).orElseThrow().value().toString();
    }
}
