package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever those who keep the catalogue write in November 2018, October stays as it was. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CatalogueOfThePastTest {

    private static final LocalDate DECEMBER = LocalDate.of(2018, 12, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Indicators indicators;

    @Autowired
    RelationRepository relations;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "vanphong"));
        fields.forEach(request::param);
        return request.exchange();
    }

    @Test
    void aPartNeitherBeginsNorEndsInAMonthThatIsOver() {
        var part = Map.of("part", "tc16", "cutVi", "theo nơi", "severity", "INFORMS", "from", "2018-10-31");
        assertThat(post("/indicators/TC17/parts", part))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("sớm nhất là ngày 01/11/2018", "value=\"tc16\"", "value=\"theo nơi\"")
                .contains("value=\"2018-10-31\"", "id=\"from-error\"");
        assertThat(indicators.checks(DECEMBER))
                .noneMatch(check -> check.relation().equals(new Relation.Part("TC16", "TC17")));

        var whole = relations.all().getFirst().whole();
        var id = relations.all().getFirst().id();
        assertThat(post("/indicators/" + whole + "/parts/" + id + "/end", Map.of("last", "2018-10-30")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ngày cuối cùng sớm nhất là 31/10/2018", "value=\"2018-10-30\"");
        assertThat(relations.all().getFirst().valid().until()).isNull();
    }
}
