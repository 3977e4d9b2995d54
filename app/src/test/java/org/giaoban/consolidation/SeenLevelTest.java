package org.giaoban.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.access.Reach;
import org.giaoban.consolidation.ThreeLevels.Tree;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.organization.Unit;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The level above decides on the version of a report it has seen. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class SeenLevelTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ThreeLevels levels;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Grants grants;

    private AccountId judge(Tree tree) {
        return levels.as(() -> {
            var account = accounts.create(new NewAccount(
                    "tinh-" + tree.province().code().toLowerCase(java.util.Locale.ROOT),
                    "Người duyệt của tỉnh",
                    null,
                    null,
                    "mot cau de nho 2018",
                    NewAccount.FirstLogIn.KEEPS_PASSWORD));
            for (var capability : new Capability[] {Capability.REPORT_READ, Capability.REPORT_ACCEPT}) {
                grants.grant(
                        account,
                        capability,
                        tree.province().id(),
                        Reach.BELOW,
                        DateRange.from(ThreeLevels.OCTOBER.from()));
            }
            return account;
        });
    }

    private MvcTestResult post(AccountId account, Unit level, String act, Map<String, String> fields) {
        var request = mvc.post()
                .uri(levels.target(level).href() + "/" + act)
                .with(csrf())
                .with(SignIn.as(accounts, account));
        fields.forEach(request::param);
        return request.exchange();
    }

    @Test
    void aCorrectionTakenInWhileThePageWasOpenIsNeitherAcceptedNorGivenBack() throws Exception {
        var tree = levels.tree();
        levels.say(tree, 0, 10, 30, 40);
        var district = tree.districts().getFirst();
        levels.send(district);
        var judge = judge(tree);
        var page = mvc.get()
                .uri(levels.target(district).href())
                .with(SignIn.as(accounts, judge))
                .exchange();
        assertThat(page).bodyText().contains("name=\"version\" value=\"1\"");
        levels.say(tree, 0, 14, 30, 40);
        levels.takeIn(district, ThreeLevels.FLOW);

        assertThat(post(judge, district, "accept", Map.of("version", "1")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("vừa thay phiên bản của báo cáo này");
        assertThat(post(judge, district, "give-back", Map.of("version", "1", "comment", "Xem lại số liệu")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("vừa thay phiên bản của báo cáo này", "Xem lại số liệu</textarea>");
        assertThat(levels.row(district).state()).isEqualTo(ReportState.SUBMITTED);

        assertThat(post(judge, district, "accept", Map.of("version", "2"))).hasStatus3xxRedirection();
        assertThat(levels.row(district).state()).isEqualTo(ReportState.ACCEPTED);
    }
}
