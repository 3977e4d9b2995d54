package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.pages.KeptPages;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** A public page that is made anew asks the database in one transaction that reads only. */
@GiaoBanTest(story = "vu-quang-2018-11")
class OneReadingTest implements TransactionExecutionListener {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeptPages pages;

    @Autowired
    JdbcTransactionManager transactions;

    private final Thread here = Thread.currentThread();
    private final List<TransactionExecution> begun = new ArrayList<>();
    private List<TransactionExecutionListener> others = List.of();

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        if (Thread.currentThread() == here) {
            begun.add(transaction);
        }
    }

    @BeforeEach
    void listen() {
        others = List.copyOf(transactions.getTransactionExecutionListeners());
        var all = new ArrayList<>(others);
        all.add(this);
        transactions.setTransactionExecutionListeners(all);
    }

    @AfterEach
    void hearNoMore() {
        transactions.setTransactionExecutionListeners(others);
    }

    private String article() {
        var page = mvc.get().uri("/tin/xay-dung-dang").exchange();
        var found = Pattern.compile("href=\"(/tin/xay-dung-dang/[a-z0-9-]+)\"")
                .matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** A word of its own in the address, so that no kept page answers. */
    private int made(String path) {
        begun.clear();
        assertThat(mvc.get().uri(path + "?x=" + UUID.randomUUID()).exchange()).hasStatusOk();
        return begun.size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/tin", "/tin/xay-dung-dang", "/rss.xml", "/van-ban", "/so-lieu-cong-khai", "/lich-cong-tac"
            })
    void onePageOneTransaction(String path) {
        made(path);

        assertThat(made(path)).isEqualTo(1);
        assertThat(begun).allMatch(TransactionExecution::isReadOnly);
    }

    @Test
    void anArticleIsReadInOneToo() {
        var article = article();
        made(article);

        assertThat(made(article)).isEqualTo(1);
        assertThat(begun).allMatch(TransactionExecution::isReadOnly);
    }

    /** And one for the stars below it, which run on in the kept page. */
    @Test
    void whatIsKeptIsMadeInTheSameWay() {
        var article = article();
        made(article);
        pages.changed();
        begun.clear();

        assertThat(mvc.get().uri(article).exchange()).hasStatusOk();
        assertThat(begun).hasSize(2).allMatch(TransactionExecution::isReadOnly);
        begun.clear();
        assertThat(mvc.get().uri(article).exchange()).hasStatusOk();
        assertThat(begun).hasSizeLessThan(2);
    }

    /** What is not kept is asked for in many: the count counts. */
    @Test
    void somebodySignedInIsAnsweredAsBefore() {
        var article = article();
        begun.clear();
        assertThat(mvc.get().uri(article).cookie(new Cookie("giaoban", "x")).exchange())
                .hasStatusOk();
        assertThat(begun).hasSizeGreaterThan(4);
    }

    @Test
    void whatIsNowhereIsSaidInAWholePage() {
        assertThat(mvc.get().uri("/tin/xay-dung-dang/khong-co-bai-nay").exchange())
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("</html>");
        made("/tin/xay-dung-dang");
    }
}
