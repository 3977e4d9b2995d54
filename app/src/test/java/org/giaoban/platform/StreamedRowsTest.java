package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that stream leave a connection that answers, also when their reader gives up in the middle. */
@GiaoBanTest
class StreamedRowsTest {

    @Autowired
    FixedStatements statements;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @Timeout(30)
    void aReaderWhoGivesUpLeavesAConnectionThatAnswers() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> statements.copyOut("select generate_series(1, 100000)", row -> {
                            throw new IllegalStateException("enough");
                        })))
                .hasMessage("enough");

        assertThat(db.fetchValue("select 1")).isEqualTo(1);
    }
}
