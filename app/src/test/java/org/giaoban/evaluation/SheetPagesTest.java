package org.giaoban.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** New versions of a sheet, and who follows whom, as typed by hand: wrongly, twice, and for units of others. */
@GiaoBanTest(story = "ky-son-2022-06")
class SheetPagesTest {

    private static final Pattern FIELD =
            Pattern.compile("<(?:input|textarea)[^>]* name=\"([^\"]+)\"[^>]*?(?: value=\"([^\"]*)\")?[^>]*>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organization organization;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aVersionWithWrongBoundsIsShownAgainAsTyped() {
        var form = blank();
        form.put("from", "2022-07-01");
        form.put("cites", "Hướng dẫn thử");
        form.put("band.TOT", "60");
        var before = versions();

        assertThat(post("mk-vanphong", "/evaluations/sheets/" + newest() + "/new", form))
                .hasStatus(422)
                .bodyText()
                .contains("các mức phải giảm dần", "value=\"60\"", "Hướng dẫn thử");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void theSameDayTwiceIsOneVersionAndTheSecondIsTold() {
        var form = blank();
        form.put("from", "2022-08-01");
        form.put("cites", "Hướng dẫn 01");
        var before = versions();

        assertThat(post("mk-vanphong", "/evaluations/sheets/" + newest() + "/new", form))
                .hasStatus3xxRedirection();
        assertThat(post("mk-vanphong", "/evaluations/sheets/" + newest() + "/new", form))
                .hasStatus(422)
                .bodyText()
                .contains("Đã có một bản áp dụng từ 01/08/2022");
        assertThat(versions()).isEqualTo(before + 1);
    }

    @Test
    void followersAreNamedForOwnUnitsOnlyAndOnce() {
        var own = organization.idOf("MK-03-CB1").toString();
        var others = organization.idOf("MK-01-CB1").toString();
        var form = new LinkedHashMap<>(Map.of("person", "MK-P103", "unit", others, "from", "2022-06-01"));

        assertThat(post("mk-bithu03", "/followers", form))
                .hasStatus(422)
                .bodyText()
                .contains("Chọn một đơn vị", "value=\"MK-P103\"");
        form.put("unit", own);
        assertThat(post("mk-bithu03", "/followers", form)).hasStatus3xxRedirection();
        assertThat(post("mk-bithu03", "/followers", form))
                .hasStatus(422)
                .bodyText()
                .contains("đang theo dõi chi bộ ấy rồi");
        form.put("person", "không ai tên thế");
        form.put("from", "31/31/2022");
        assertThat(post("mk-bithu03", "/followers", form))
                .hasStatus(422)
                .bodyText()
                .contains("Không tìm thấy ai", "Ghi một ngày");
    }

    @Test
    void anotherUnitsFollowerIsNotEnded() {
        var follower = jdbc.queryForObject(
                "select f.id from evaluation.follower f join organization.unit u on u.id = f.unit_id where u.code ="
                        + " 'MK-01-CB2'",
                UUID.class);

        assertThat(post("mk-bithu03", "/followers/" + follower + "/end", Map.of()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get()
                        .uri("/followers?quarter=2022-Q2")
                        .with(SignIn.as(accounts, "mk-bithu03"))
                        .exchange())
                .bodyText()
                .contains("Chi bộ bản Huồi Cọ")
                .doesNotContain("Chi bộ khối 4");
    }

    private UUID newest() {
        return jdbc.queryForObject(
                "select id from evaluation.sheet where code = 'thuong-ky' and valid_from <= date '2022-06-04' order by"
                        + " valid_from desc limit 1",
                UUID.class);
    }

    private int versions() {
        return jdbc.queryForObject("select count(*) from evaluation.sheet", Integer.class);
    }

    /** The form of a new version as the page offers it. */
    private Map<String, String> blank() {
        var page = mvc.get()
                .uri("/evaluations/sheets/" + newest() + "/new")
                .with(SignIn.as(accounts, "mk-vanphong"))
                .exchange();
        var html = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(html)
                .results()
                .forEach(found -> fields.put(
                        found.group(1),
                        org.springframework.web.util.HtmlUtils.htmlUnescape(
                                found.group(2) == null ? "" : found.group(2))));
        fields.remove("_csrf");
        fields.put("owner", organization.idOf("MK").toString());
        return fields;
    }

    private MvcTestResult post(String login, String uri, Map<String, String> fields) {
        var request = mvc.post().uri(uri);
        fields.forEach(request::param);
        return request.with(SignIn.as(accounts, login)).with(csrf()).exchange();
    }
}
