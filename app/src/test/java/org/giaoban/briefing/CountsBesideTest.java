package org.giaoban.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Beside every figure stands how many units reported, how many were to, and of how many it is accepted. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class CountsBesideTest {

    private static final Pattern FULL = Pattern.compile("(\\d+)/(\\d+) đơn vị đã báo cáo, (\\d+) đã chấp nhận");
    private static final String HEADING = "Báo cáo · chấp nhận";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    private String page(String address) {
        var answer =
                mvc.get().uri(address).with(SignIn.as(accounts, "vanphong")).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The counts as the figure's passport says them: in a sentence, and in the short form of tables. */
    private record Said(String full, String brief) {}

    private Said said(String period) {
        var found = FULL.matcher(page("/figures/SL/TC17/" + period));
        assertThat(found.find()).as(period).isTrue();
        return new Said(found.group(), found.group(1) + "/" + found.group(2) + " · " + found.group(3));
    }

    @Test
    void everyScreenOfFiguresSaysTheSameCounts() {
        var october = said("2018-10");
        assertThat(october.brief()).startsWith("11/12 · ");

        assertThat(page("/figures/SL/2018-10")).contains(HEADING, october.brief());
        assertThat(page("/board/SL/2018-11?span=month")).contains(HEADING, october.brief());
        assertThat(page("/board/SL/2018-11/figures?span=month")).contains(HEADING, october.brief());
        assertThat(page("/analysis/SL/TC17/2018-10")).contains(HEADING, october.full(), october.brief());
        assertThat(page("/analysis/SL/2018-10")).contains(", " + october.full() + "\"");
        assertThat(page("/analysis/SL/2018-10/pivot?i=TC17&p=2018-10"))
                .contains(october.brief(), "đơn vị đã báo cáo, ");
        assertThat(page("/board/SL/2018-11/figures?span=month&format=csv")).contains(HEADING, october.brief());
    }

    /** One commune has said nothing for October. */
    @Test
    void whoseLastMonthsAreMissingHasReportedOnEveryScreen() {
        var year = said("2018-YTD-10");

        assertThat(year.brief()).startsWith("12/12 · ");
        assertThat(page("/figures/SL/TC17/2018-YTD-10")).contains("1 đơn vị thiếu tháng cuối");
        assertThat(page("/analysis/SL/TC17/2018-YTD-10")).contains(year.full());
        assertThat(page("/board/SL/2018-11/figures?span=year")).contains(year.brief());
    }
}
