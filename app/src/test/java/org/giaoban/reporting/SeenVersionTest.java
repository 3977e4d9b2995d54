package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever decides on a return decides on the version he has seen. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class SeenVersionTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Books books;

    private String page(String login, String address) throws Exception {
        return mvc.get()
                .uri(address)
                .with(SignIn.as(accounts, login))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private MvcTestResult post(String login, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, login));
        fields.forEach(request::param);
        return request.exchange();
    }

    private String send(String unit, String admitted) {
        var fields = new HashMap<>(Fields.of(books.october(unit)).typed());
        fields.put("v.TC21", admitted);
        fields.put("do", "send");
        var address = "/returns/" + unit + "/TH-THANG/2018-11";
        post("xa" + unit.substring(3), address, fields);
        return address;
    }

    private String shown(String address) throws Exception {
        var found = VERSION.matcher(page("vanphong", address));
        assertThat(found.find()).as("the form carries the version it shows").isTrue();
        return found.group(1);
    }

    @Test
    void aVersionSentWhileThePageWasOpenIsNotAccepted() throws Exception {
        var address = send("SL-04", "1");
        var seen = shown(address);
        post("xa04", address + "/reopen", Map.of());
        send("SL-04", "2");

        var answer = post("vanphong", address + "/accept", Map.of("version", seen));

        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Đơn vị đã gửi phiên bản 2", "Chưa có gì được chấp nhận");
        assertThat(page("xa04", address)).doesNotContain("Đã chấp nhận");
        assertThat(post("vanphong", address + "/accept", Map.of()))
                .as("without a word on the version")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        assertThat(post("vanphong", address + "/accept", Map.of("version", shown(address))))
                .hasStatus3xxRedirection();
        assertThat(page("xa04", address)).contains("Đã chấp nhận");
    }

    @Test
    void aVersionNobodySawIsNotGivenBackAndTheCommentIsKept() throws Exception {
        var address = send("SL-05", "1");
        var seen = shown(address);
        post("xa05", address + "/reopen", Map.of());
        send("SL-05", "2");
        var comment = "Xem lại số kết nạp của thôn Đông";

        var answer = post("vanphong", address + "/give-back", Map.of("version", seen, "comment", comment));

        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Đơn vị đã gửi phiên bản 2", comment + "</textarea>", "name=\"version\" value=\"2\"");
        assertThat(page("xa05", address)).doesNotContain(comment);
        assertThat(post("vanphong", address + "/give-back", Map.of("version", "2", "comment", comment)))
                .hasStatus3xxRedirection();
        assertThat(page("xa05", address)).contains(comment);
    }
}
