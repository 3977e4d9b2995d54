package org.giaoban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.giaoban.documents.PaperTrail.DAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GiaoBanTest
class RegisterTest {

    private static final int ISSUERS = 16;
    private static final int EACH = 4;

    @Autowired
    Documents documents;

    @Autowired
    RegisterRepository register;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    PlatformTransactionManager transactions;

    UnitId unit;

    @BeforeEach
    void aCommittee() {
        unit = PaperTrail.committee(register);
    }

    @Test
    void sixteenIssuersAtOnceLeaveNoGapAndNoDouble() throws Exception {
        var acts = new ArrayList<Callable<Integer>>();
        for (var issuer = 0; issuer < ISSUERS; issuer++) {
            for (var turn = 0; turn < EACH; turn++) {
                var key = issuer + ":" + turn;
                acts.add(
                        turn == 2
                                ? () -> takenBack(key)
                                : () -> issue("thong-bao", DAY, key).number());
            }
        }
        var numbers = all(acts).stream().filter(number -> number > 0).sorted().toList();

        var expected = IntStream.rangeClosed(1, ISSUERS * (EACH - 1)).boxed().toList();
        assertThat(numbers).isEqualTo(expected);
    }

    @Test
    void theSameOnceKeyFromManySidesGivesOneDocument() throws Exception {
        var acts = new ArrayList<Callable<Integer>>();
        for (var issuer = 0; issuer < ISSUERS; issuer++) {
            acts.add(() -> issue("thong-bao", DAY, "once").number());
        }

        assertThat(all(acts)).containsOnly(1);
        assertThat(issue("thong-bao", DAY, "another").symbol()).isEqualTo("02-TB/HU");
    }

    @Test
    void everyTypeHasItsOwnNumbers() {
        assertThat(issue("thong-bao", DAY, "a").symbol()).isEqualTo("01-TB/HU");
        assertThat(issue("quyet-dinh", DAY, "b").symbol()).isEqualTo("01-QĐ/HU");
        assertThat(issue("quy-dinh", DAY, "c").symbol()).isEqualTo("01-QĐ/HU");
        assertThat(issue("thong-bao", DAY, "d").symbol()).isEqualTo("02-TB/HU");
    }

    @Test
    void numbersRunThroughTheYearsOfATermAndStartAgainWithTheNext() {
        issue("thong-bao", LocalDate.of(2018, 12, 31), "a");

        assertThat(issue("thong-bao", LocalDate.of(2019, 1, 2), "b").number()).isEqualTo(2);
        assertThat(issue("thong-bao", LocalDate.of(2020, 8, 11), "c").number()).isEqualTo(3);
        assertThat(issue("thong-bao", LocalDate.of(2020, 8, 12), "d").number()).isEqualTo(1);
    }

    @Test
    void aTypeThatCountsByYearStartsAgainOnNewYearsDay() {
        var type =
                new DocumentType("giay-gioi-thieu", "GGT", "Giấy giới thiệu", "Introduction", DocumentType.Resets.YEAR);
        register.addType(type, LocalDate.of(2018, 4, 3), "", 90);

        assertThat(issue("giay-gioi-thieu", LocalDate.of(2018, 12, 31), "a").symbol())
                .isEqualTo("01-GGT/HU");
        assertThat(issue("giay-gioi-thieu", LocalDate.of(2019, 1, 1), "b").symbol())
                .isEqualTo("01-GGT/HU");
    }

    @Test
    void withoutLetterheadTermOrRuleThereIsNoNumber() {
        var bare = UnitId.next();
        assertThatThrownBy(() -> issueFor(bare, "thong-bao", DAY, "a"))
                .isInstanceOf(Refused.class)
                .hasMessage("documents.refused.letterhead");
        assertThatThrownBy(() -> issue("thong-bao", LocalDate.of(2026, 1, 1), "b"))
                .isInstanceOf(Refused.class)
                .hasMessage("documents.refused.term");
        assertThatThrownBy(() -> issue("thong-bao", LocalDate.of(2017, 1, 1), "c"))
                .isInstanceOf(Refused.class)
                .hasMessage("documents.refused.type");
    }

    @Test
    void nobodyIssuesWithoutTheRight() {
        assertThatThrownBy(() -> documents.issue(PaperTrail.notice(unit, "thong-bao", DAY, "a")))
                .isInstanceOf(NotFound.class);
    }

    private IssuedDocument issue(String type, LocalDate on, String key) {
        return issueFor(unit, type, on, key);
    }

    private IssuedDocument issueFor(UnitId issuer, String type, LocalDate on, String key) {
        return viewer.as(Viewer.SYSTEM, () -> documents.issue(PaperTrail.notice(issuer, type, on, key)));
    }

    /** Takes a number and then fails: the number must come back. */
    private int takenBack(String key) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            issue("thong-bao", DAY, key);
            status.setRollbackOnly();
        });
        return 0;
    }

    private static List<Integer> all(List<Callable<Integer>> acts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(ISSUERS)) {
            var numbers = new ArrayList<Integer>();
            for (Future<Integer> done : threads.invokeAll(acts)) {
                numbers.add(done.get());
            }
            return numbers;
        }
    }
}
