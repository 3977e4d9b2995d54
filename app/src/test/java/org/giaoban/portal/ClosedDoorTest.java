package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.OutcomeKind;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whatever a meeting held behind closed doors, none of it stands in the draft, the public pages, the feeds, search or the API. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ClosedDoorTest {

    private static final int LETTERS = 8;

    @Autowired
    MeetingDraft drafts;

    @Autowired
    PortalSettings settings;

    @Autowired
    Meetings meetings;

    @Autowired
    ArticleProof proof;

    @Autowired
    ArticleApi api;

    @Autowired
    Newsroom newsroom;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Accounts accounts;

    @Autowired
    Organization organization;

    @Autowired
    MockMvcTester mvc;

    /** A meeting of random letters, what of it may be told, and what may not. */
    private record Generated(MeetingReport report, List<String> open, List<String> closed) {}

    private static final class Generator {
        private final Random random;
        private final UnitId unit;
        private final List<String> open = new ArrayList<>();
        private final List<String> closed = new ArrayList<>();

        Generator(long seed, UnitId unit) {
            this.random = new Random(seed);
            this.unit = unit;
        }

        private String letters() {
            var letters = new StringBuilder();
            for (var at = 0; at < 24; at++) {
                letters.append((char) ('a' + random.nextInt(26)));
            }
            return letters.toString();
        }

        private String kept(boolean told) {
            var words = letters();
            (told ? open : closed).add(words);
            return words;
        }

        Generated meeting() {
            var items = new ArrayList<MeetingReport.Item>();
            var outcomes = new ArrayList<MeetingReport.Outcome>();
            for (var position = 1; position <= 1 + random.nextInt(5); position++) {
                item(position, items, outcomes);
            }
            var report = new MeetingReport(
                    new MeetingId(UUID.randomUUID()),
                    "Hội nghị " + kept(true),
                    new MeetingReport.Kind("BRIEFING", "Giao ban"),
                    unit,
                    "Huyện ủy",
                    null,
                    new MeetingReport.Time(Instant.parse("2018-10-05T01:00:00Z"), 120, null),
                    kept(false),
                    MeetingState.CLOSED,
                    random.nextBoolean()
                            ? new MeetingReport.Chair(new PersonId(UUID.randomUUID()), kept(true), "Bí thư")
                            : null,
                    new MeetingReport.Attendance(30, random.nextInt(30), 0, 1, 0, List.of(kept(true))),
                    items,
                    outcomes);
            return new Generated(report, open, closed);
        }

        private void item(int position, List<MeetingReport.Item> items, List<MeetingReport.Outcome> outcomes) {
            var title = letters();
            var told = false;
            for (var at = random.nextInt(4); at > 0; at--) {
                var open = random.nextBoolean();
                told |= open;
                outcomes.add(outcome(open, title));
            }
            (told ? this.open : closed).add(title);
            items.add(new MeetingReport.Item(position, title, 15, kept(false), false, 0, kept(false)));
        }

        private MeetingReport.Outcome outcome(boolean told, String item) {
            var kind = OutcomeKind.values()[random.nextInt(OutcomeKind.values().length)];
            var shown = told && kind != OutcomeKind.DRAFT;
            return new MeetingReport.Outcome(
                    kind,
                    kept(shown),
                    told,
                    item,
                    null,
                    List.of(kept(shown && kind == OutcomeKind.TASK)),
                    kept(false),
                    random.nextBoolean() ? LocalDate.of(2018, 11, 20) : null,
                    kept(false));
        }
    }

    private static long seed() {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("seed " + seed);
        return seed;
    }

    private static void nothingOf(List<String> closed, String shown) {
        var small = shown.toLowerCase(Locale.ROOT);
        for (var words : closed) {
            for (var from = 0; from + LETTERS <= words.length(); from++) {
                assertThat(small).doesNotContain(words.substring(from, from + LETTERS));
            }
        }
    }

    @Test
    void noDraftHoldsEightLettersOfWhatIsClosed() {
        var seed = seed();
        var unit = organization.idOf("SL");
        var editor = accounts.viewer(accounts.byLogin("bientap").orElseThrow()).orElseThrow();
        for (var round = 0; round < 300; round++) {
            var meeting = new Generator(seed + round, unit).meeting();
            var story = viewer.as(editor, () -> drafts.story(meeting.report(), settings.draftWords()));

            nothingOf(meeting.closed(), story.toString());
            meeting.open().stream()
                    .filter(words -> meeting.report().title().contains(words))
                    .forEach(words -> assertThat(story.title()).contains(words));
        }
    }

    @Test
    void ourOwnDraftsGiveNothingToLookAtAgain() {
        var unit = organization.idOf("SL");
        var editor = accounts.viewer(accounts.byLogin("bientap").orElseThrow()).orElseThrow();
        for (var month : List.of(9, 10)) {
            var meeting = viewer.as(editor, () -> meetings.forPeriod(unit, Period.month(2018, month)))
                    .orElseThrow();
            var id = viewer.as(editor, () -> drafts.start(meeting.id().value()));

            assertThat(viewer.as(editor, () -> proof.remarks(id))).isEmpty();
        }
    }

    @Test
    void noPublicPageFeedSearchOrProgramGivesItAway() {
        var seed = seed();
        var unit = organization.idOf("SL");
        var author = newsroom.open("cuadong-viet", unit, Capability.ARTICLE_WRITE, Capability.FIGURES_READ);
        var approver = newsroom.open("cuadong-duyet", unit, Capability.ARTICLE_APPROVE);
        for (var round = 0; round < 3; round++) {
            var meeting = new Generator(seed + 1_000 + round, unit).meeting();
            var story = viewer.as(author, () -> drafts.story(meeting.report(), settings.draftWords()));
            newsroom.published(unit, story, author, approver);

            for (var page : List.of("/", "/tin", "/tin/xay-dung-dang", "/rss.xml", "/tin/xay-dung-dang/rss.xml")) {
                nothingOf(meeting.closed(), said(page));
            }
            var name = meeting.report().title().substring("Hội nghị ".length());
            assertThat(said("/tin?q=" + name)).contains("<mark>").doesNotContain("Không tìm thấy");
            for (var words : meeting.closed()) {
                assertThat(said("/tin?q=" + words)).contains("Không tìm thấy");
                assertThat(said("/tin?q=" + words.substring(0, LETTERS))).contains("Không tìm thấy");
            }
            nothingOf(
                    meeting.closed(),
                    viewer.as(author, () -> api.list(null, null)).toString());
        }
    }

    private String said(String page) {
        return text(mvc.get().uri(page).exchange());
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            assertThat(result).hasStatusOk();
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
