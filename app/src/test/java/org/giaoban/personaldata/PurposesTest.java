package org.giaoban.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Why something is kept stands in a register with days, and what rests on consent is asked. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PurposesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aPurposeChangesFromADayOnAndThePastStays() throws Exception {
        var cells = new HashMap<>(Map.of(
                "code",
                "work",
                "from",
                "2018-01-01",
                "name",
                "Việc",
                "nameEn",
                "Work",
                "basis",
                "LAW",
                "law",
                "Luật A"));
        cells.putAll(Map.of("kinds", "Tên", "recipients", "Không ai", "retention", "10 năm"));
        assertThat(post("vanphong", "/personal-data/purposes", cells))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("từ hôm nay trở đi", "Luật A");
        cells.put("from", "2030-01-01");
        assertThat(post("vanphong", "/personal-data/purposes", cells)).hasStatus3xxRedirection();
        assertThat(post("vanphong", "/personal-data/purposes", cells)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(get("vanphong", "/personal-data/purposes"))).contains("01/01/2030: Việc", "Chỉ đạo, điều hành");
        assertThat(post("xa01", "/personal-data/purposes", cells)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoAgreesMayTakeItBackAndOnlyWhatRestsOnConsentIsAsked() throws Exception {
        var own = "/my-data?tab=purposes";
        assertThat(body(get("xa09", own)))
                .contains("Tôi đồng ý", "Ảnh chân dung")
                .doesNotContain("Rút lại sự đồng ý<");
        for (var twice = 0; twice < 2; twice++) {
            assertThat(post("xa09", "/my-data/consents", Map.of("purpose", "portrait")))
                    .hasStatus3xxRedirection();
        }
        assertThat(body(get("xa09", own))).contains("bạn đã đồng ý lúc", "Rút lại sự đồng ý<");
        assertThat(body(get("xa10", own))).doesNotContain("bạn đã đồng ý lúc");
        assertThat(body(get("vanphong", "/personal-data/purposes"))).contains("1 người đang đồng ý");
        assertThat(post("xa09", "/my-data/consents", Map.of("purpose", "work"))).hasStatus(HttpStatus.NOT_FOUND);

        var id = UUID.randomUUID();
        var words = Map.of("once", id.toString(), "kind", "WITHDRAW", "body", "Tôi không đồng ý nữa");
        assertThat(post("xa09", "/my-data/requests", words)).hasStatus3xxRedirection();
        var desk = "/personal-data/requests/" + id;
        assertThat(post("vanphong", desk + "/accept", Map.of())).hasStatus3xxRedirection();
        assertThat(post("vanphong", desk + "/finish", Map.of("text", "Đã gỡ ảnh")))
                .hasStatus3xxRedirection();

        assertThat(body(get("xa09", own))).doesNotContain("bạn đã đồng ý lúc");
        assertThat(jdbc.queryForObject(
                        "select count(*) from personaldata.consent where withdrawn_at is not null", Integer.class))
                .isEqualTo(1);
    }

    private MvcTestResult get(String login, String path) {
        return mvc.get().uri(path).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String path, Map<String, String> cells) {
        var request = mvc.post().uri(path).with(SignIn.as(accounts, login)).with(csrf());
        cells.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
