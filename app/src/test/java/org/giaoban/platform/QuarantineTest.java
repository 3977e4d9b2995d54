package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.giaoban.platform.Quarantine.Unread;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** Whatever a reader of foreign bytes does, its caller gets one of few answers, in time. */
class QuarantineTest {

    private final Quarantine quarantine = new Quarantine(2, Duration.ofMillis(200), Duration.ofMillis(400));

    @Test
    void whatTheReaderSaysComesOutAsItIs() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            Locale spoken = take(LocaleContextHolder::getLocale);
            assertThat(spoken).isEqualTo(Locale.ENGLISH);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
        assertThatThrownBy(() -> take(() -> {
                    throw new Refused("platform.no");
                }))
                .isInstanceOf(Refused.class);
        int inner = take(() -> take(() -> take(() -> 3)));
        assertThat(inner).as("readers within readers").isEqualTo(3);
    }

    @Test
    void whateverElseItStumblesOverIsABrokenFile() {
        for (var failure : new Throwable[] {
            new NullPointerException(),
            new NoClassDefFoundError("zstd"),
            new OutOfMemoryError("planted"),
            new java.io.IOException("x")
        }) {
            broken(() -> {
                throw sneaky(failure);
            });
        }
        broken(() -> deep(0));
    }

    private void broken(Callable<?> reading) {
        assertThatThrownBy(() -> take(reading))
                .isInstanceOfSatisfying(Unread.class, e -> assertThat(e.why()).isEqualTo(Unread.Why.BROKEN))
                .hasNoCause();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneaky(Throwable failure) throws E {
        throw (E) failure;
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deep(int level) {
        return deep(level + 1) + 1;
    }

    @Test
    void aReaderThatTakesTooLongIsStoppedAndItsPlaceIsFree() {
        for (var round = 0; round < 4; round++) {
            assertThatThrownBy(() -> take(() -> {
                        Thread.sleep(60_000);
                        return 1;
                    }))
                    .isInstanceOfSatisfying(
                            Unread.class, e -> assertThat(e.why()).isEqualTo(Unread.Why.TOO_LONG));
        }
        int after = take(() -> 2);
        assertThat(after).isEqualTo(2);
    }

    /** Those that do not stop fill the places: a hostile file costs a thread, never the machine. */
    @Test
    void readersThatNeverStopKeepOthersOutAndNoMoreThanTheirPlaces() throws InterruptedException {
        var end = new CountDownLatch(1);
        for (var round = 0; round < 2; round++) {
            assertThatThrownBy(() -> take(() -> {
                        while (end.getCount() > 0) {
                            Thread.onSpinWait();
                            Thread.interrupted();
                        }
                        return 1;
                    }))
                    .isInstanceOf(Unread.class);
        }
        assertThatThrownBy(() -> take(() -> 2))
                .isInstanceOfSatisfying(Unread.class, e -> assertThat(e.why()).isEqualTo(Unread.Why.BUSY));
        end.countDown();
        Thread.sleep(100);
        int after = take(() -> 2);
        assertThat(after).isEqualTo(2);
    }

    private <T> T take(Callable<T> reading) {
        return quarantine.take(Refused.class, reading);
    }
}
