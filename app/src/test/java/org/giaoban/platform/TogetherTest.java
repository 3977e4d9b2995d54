package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class TogetherTest {

    private final ConcurrentLinkedQueue<List<Integer>> rounds = new ConcurrentLinkedQueue<>();
    private final CountDownLatch door = new CountDownLatch(1);

    /** The first round waits at the door, so that all others gather. */
    private Map<Integer, Supplier<Integer>> round(List<Integer> asked) {
        rounds.add(asked);
        if (asked.equals(List.of(0))) {
            pass();
        }
        if (asked.contains(13)) {
            throw new IllegalStateException("thirteen");
        }
        if (asked.contains(99)) {
            throw new DataAccessResourceFailureException("gone");
        }
        return asked.stream().collect(Collectors.toMap(Function.identity(), one -> () -> one * 2));
    }

    private void pass() {
        try {
            door.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Future<Integer>> ask(Function<Integer, ?> key, List<Integer> all) throws Exception {
        var together = new Together<Integer, Integer>("test", key, this::round);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            answers.add(threads.submit(() -> together.ask(0)));
            await().until(() -> rounds.size() == 1);
            var others = all.stream()
                    .map(one -> (Callable<Integer>) () -> together.ask(one))
                    .toList();
            others.forEach(one -> answers.add(threads.submit(one)));
            await().until(() -> together.waiting() == all.size());
            door.countDown();
            return answers;
        }
    }

    @Test
    void whoComesDuringARoundIsDoneTogetherInTheNext() throws Exception {
        var answers =
                ask(Function.identity(), IntStream.rangeClosed(20, 80).boxed().toList());

        assertThat(answers.getFirst().get()).isZero();
        assertThat(answers.subList(1, answers.size()).stream().map(Future::resultNow))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(20, 80).mapToObj(one -> one * 2).toList());
        assertThat(rounds).hasSize(2);
    }

    @Test
    void nobodyFailsForAnothersSake() throws Exception {
        var answers = ask(Function.identity(), List.of(12, 13, 14));

        assertThat(answers.get(1).get()).isEqualTo(24);
        assertThat(answers.get(3).get()).isEqualTo(28);
        assertThatThrownBy(() -> answers.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("thirteen");
    }

    @Test
    void theSecondOfOneKeyComesInTheRoundAfter() throws Exception {
        ask(one -> one % 10, List.of(21, 31, 22, 41));

        assertThat(rounds.stream().map(List::size)).containsExactly(1, 2, 1, 1);
    }

    @Test
    void whenTheDatabaseIsGoneAllAreToldAtOnce() throws Exception {
        var answers = ask(Function.identity(), List.of(98, 99));

        answers.subList(1, 3).forEach(answer -> assertThatThrownBy(answer::get).hasMessageContaining("gone"));
        assertThat(rounds).hasSize(2);
    }
}
