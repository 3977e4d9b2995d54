package org.giaoban.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a directive over the conclusion, the order and its result to the figure, from whichever end one comes. */
@GiaoBanTest(story = "vu-quang-2018-11")
class TracePagesTest {

    private static final String ORDER = "Rà soát hộ chưa đạt tiêu chí nhà ở dân cư";
    private static final LocalDate DAY = LocalDate.of(2018, 11, 1);
    private static final String SEVERAL = "Sáp nhập văn phòng cấp ủy với văn phòng UBND xã";
    private static final String DIRECTIVE = "05-NQ/HU";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organization organization;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theWholeWayIsOnOnePageInItsOrder() {
        assertThat(get("vanphong", "/trace/tasks/" + order()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        ">" + DIRECTIVE + "</a> Xây dựng nông thôn mới giai đoạn 2016–2020",
                        "Kết luận 4",
                        "Giao ban tháng 9/2018",
                        "gb-node-task",
                        ORDER,
                        "gb-node-result",
                        "Lam Thượng",
                        "Còn 4 hộ chưa thống nhất mức hỗ trợ.",
                        "gb-node-figure",
                        "KX07</a> Tiêu chí NTM bình quân một xã")
                .contains("data-print");
    }

    @Test
    void theSameWayIsFoundFromTheMeetingTheDirectiveAndTheIndicator() {
        var meeting = jdbc.queryForObject("select source_id from tasks.task where id = ?", UUID.class, order());

        for (var address : new String[] {
            "/trace/meetings/" + meeting, "/trace/directives?number=" + DIRECTIVE, "/trace/indicators/KX07"
        }) {
            assertThat(get("vanphong", address))
                    .as(address)
                    .bodyText()
                    .containsSubsequence(DIRECTIVE, ORDER, "KX07</a> Tiêu chí NTM bình quân một xã");
        }
    }

    @Test
    void everyUnitThatOwesItHasItsLight() {
        assertThat(owing()).hasSizeGreaterThan(1);
        assertThat(get("vanphong", "/trace/tasks/" + order(SEVERAL)))
                .bodyText()
                .contains(names(owing()).values());
    }

    @Test
    void aUnitSeesItsOwnPartAndNothingOfTheOthers() {
        var own = owing().getFirst();
        var code = organization.find(own, DAY).orElseThrow().code();
        var others = names(owing());
        var name = others.remove(own);

        assertThat(get("xa" + code.substring(3), "/trace/directives?number=18-NQ/TW"))
                .hasStatusOk()
                .bodyText()
                .contains(SEVERAL, name)
                .doesNotContain(others.values());
    }

    private List<UnitId> owing() {
        return jdbc
                .queryForList(
                        "select unit_id from tasks.task where parent_id = ? order by unit_id",
                        UUID.class,
                        order(SEVERAL))
                .stream()
                .map(UnitId::new)
                .toList();
    }

    private Map<UnitId, String> names(List<UnitId> units) {
        return new HashMap<>(organization.shortNames(units, DAY));
    }

    @Test
    void whoMayNotReadTheOrderIsToldItDoesNotExist() {
        assertThat(get("xa01", "/trace/tasks/" + order())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa01", "/trace/directives?number=" + DIRECTIVE))
                .bodyText()
                .doesNotContain(ORDER);
        assertThat(get("vanphong", "/trace/tasks/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("vanphong", "/trace/directives?number=<b>0</b>"))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;b&gt;0&lt;/b&gt;")
                .doesNotContain("<b>0</b>");
    }

    private UUID order() {
        return order(ORDER);
    }

    private UUID order(String title) {
        return jdbc.queryForObject(
                "select id from tasks.task where title = ? and parent_id is null", UUID.class, title);
    }

    private MvcTestResult get(String login, String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }
}
