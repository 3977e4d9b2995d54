package org.giaoban.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest
class VisitsTest {

    @Autowired
    Visits visits;

    @Autowired
    StoryClock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext db;

    @BeforeEach
    void nobody() {
        visits.forget();
        db.execute("delete from readers.visit_day");
    }

    @Test
    void manyPagesOfAReaderAreOneVisitAndNoneOfManyAtOnceIsLost() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var acts = IntStream.range(0, 2_000)
                    .<Callable<Visits.Numbers>>mapToObj(turn -> () -> visits.seen(reader(turn % 500)))
                    .toList();
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        }
        visits.keep();
        var numbers = visits.numbers();
        assertThat(numbers.today()).isEqualTo(500);
        assertThat(numbers.all()).isEqualTo(500);
        assertThat(numbers.now()).isEqualTo(500);
        assertThat(db.fetchOne("select sum(visits) from readers.visit_day").get(0, long.class))
                .isEqualTo(500);
    }

    @Test
    void weekMonthAndAllReachFurtherBack() {
        var today = java.time.LocalDate.now(clock);
        db.execute("insert into readers.visit_day values (?, 7), (?, 100)", today, today.minusYears(1));
        visits.keep();
        visits.seen(reader(1));

        var numbers = visits.numbers();
        assertThat(numbers.today()).isEqualTo(8);
        assertThat(numbers.week()).isEqualTo(8);
        assertThat(numbers.month()).isEqualTo(8);
        assertThat(numbers.all()).isEqualTo(108);
    }

    @Test
    void whatHasNotBeenWrittenIsWrittenWhenTheServerStops() {
        visits.numbers();
        visits.seen(reader(9));
        visits.destroy();

        assertThat(db.fetchOne("select sum(visits) from readers.visit_day").get(0, long.class))
                .isEqualTo(1);
    }

    @Test
    void programsAreNotReadersAndNoCookieIsSet() {
        visits.seen(new Sender("192.0.2.1", "Mozilla/5.0 (compatible; Googlebot/2.1)"));
        assertThat(visits.numbers().now()).isZero();

        var counted = Visitors.post(mvc, "/ban-doc/luot", "192.0.2.4");
        assertThat(counted).hasStatusOk().bodyText().contains("\"today\":\"1\"");
        assertThat(counted.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(db.fetchValues("select column_name from information_schema.columns where table_name = 'visit_day'"))
                .hasSize(2);
    }

    private static Sender reader(int number) {
        return new Sender("10.0." + number / 250 + "." + number % 250, Visitors.BROWSER);
    }
}
