package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is taken out of the register, the meetings and the orders is a copy of a few words, or of one file. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class TakenTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PressOffice press;

    @Autowired
    Disclosures disclosures;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    private MvcTestResult take(String login, String from, UUID source) {
        return mvc.post()
                .uri("/disclosure/take")
                .with(csrf())
                .with(SignIn.as(accounts, login))
                .param("from", from)
                .param("source", source.toString())
                .exchange();
    }

    private UUID taken(String from, UUID source) {
        var to = take("vanphong", from, source).getResponse().getRedirectedUrl();
        return UUID.fromString(to.substring("/disclosure/".length(), to.length() - "/edit".length()));
    }

    private UUID one(String sql) {
        return db.fetchSingle(sql).get(0, UUID.class);
    }

    @Test
    void aPaperOfTheRegisterIsReadByEverybodyWhileTheRegisterStaysShut() {
        var source = one("select id from documents.document where symbol = '02-TB/HU'");
        var file = one("select file_id from documents.document where symbol = '02-TB/HU'");
        var id = taken("DOCUMENT", source);
        assertThat(mvc.get().uri("/van-ban/" + id).exchange()).hasStatus(HttpStatus.NOT_FOUND);

        press.released(id);

        assertThat(mvc.get().uri("/van-ban/" + id + "/tap-tin").exchange()).hasStatusOk();
        assertThat(mvc.get().uri("/files/" + file).exchange()).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/documents/" + source).exchange()).hasStatus3xxRedirection();
        var copy = viewer.as(
                press.who("vanphong"), () -> disclosures.get(id).facts().id("file"));
        assertThat(copy).isNotEqualTo(file);
    }

    @Test
    void thePaperIsTakenOnceAndOnlyByWhoMayReadIt() {
        var source = one("select id from documents.document where symbol = '01-TB/HU'");
        assertThat(take("bientap", "DOCUMENT", source)).hasStatus(HttpStatus.NOT_FOUND);
        taken("DOCUMENT", source);

        assertThat(take("vanphong", "DOCUMENT", source).getResponse().getRedirectedUrl())
                .isEqualTo("/disclosure?kind=PAPER");
        assertThat(db.fetchCount(
                        org.giaoban.disclosure.db.Tables.ITEM,
                        org.giaoban.disclosure.db.Tables.ITEM.SOURCE_ID.eq(source)))
                .isOne();
    }

    @Test
    void ofAMeetingTheDayAndTheRoomAreTakenAndNothingOfWhatIsSaidThere() {
        var meeting = one("select m.id from meetings.meeting m join organization.unit u on u.id = m.unit_id"
                + " where u.code = 'SL' and m.state = 'CLOSED' order by m.starts_at desc limit 1");
        var id = taken("MEETING", meeting);

        var facts = viewer.as(press.who("vanphong"), () -> disclosures.get(id).facts());
        assertThat(facts.values()).containsOnlyKeys("sort", "title", "onDay", "at", "untilAt", "place");
    }

    @Test
    void ofAnOrderTheWordsTheDateAndTheStateAreTaken() {
        var order = one("select t.id from tasks.task t join organization.unit u on u.id = t.giver_unit_id"
                + " where u.code = 'SL' and t.parent_id is null and t.due_on is not null order by t.given_at limit 1");
        var id = taken("TASK", order);

        var facts = viewer.as(press.who("vanphong"), () -> disclosures.get(id).facts());
        assertThat(facts.values()).containsOnlyKeys("sort", "title", "onDay", "progress");
        press.released(id);
        assertThat(mvc.get()
                        .uri("/ke-hoach?nam=" + facts.text("onDay").substring(0, 4))
                        .exchange())
                .bodyText()
                .contains(facts.text("title"));
    }
}
