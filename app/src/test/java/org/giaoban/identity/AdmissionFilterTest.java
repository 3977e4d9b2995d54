package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.giaoban.platform.OutagePage;
import org.giaoban.platform.Templates;
import org.giaoban.platform.api.Problems;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AdmissionFilterTest {

    private final AdmissionFilter filter = new AdmissionFilter(
            new Lanes(1, 1, 0, 1, Duration.ofMillis(100)), new OutagePage(new Templates(), new Problems()));

    @Test
    void whoFindsNoPlaceIsToldToComeBackSoonAndTheRestIsServed() throws Exception {
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var others = Executors.newSingleThreadExecutor()) {
            var first = others.submit(() -> {
                filter.doFilter(request("/units"), new MockHttpServletResponse(), (request, response) -> {
                    inside.countDown();
                    await(leave);
                });
                return true;
            });
            inside.await();

            assertThat(answer("/units").getStatus()).isEqualTo(503);
            assertThat(answer("/units").getHeader("Retry-After")).isEqualTo("2");
            assertThat(answer("/units").getContentAsString())
                    .contains("Hệ thống đang bận", "<a class=\"btn btn-primary\"");
            assertThat(answer("/css/shell.css").getStatus()).as("our files").isEqualTo(200);
            assertThat(answer("/login").getStatus()).as("the door").isEqualTo(200);
            leave.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(answer("/units").getStatus()).isEqualTo(200);
    }

    /** However many search, a page that is kept for everybody is made. */
    @Test
    void whatIsMadeForEverybodyDoesNotWaitBehindThoseWhoSearch() throws Exception {
        var lanes = new Lanes(2, 1, 0, 1, Duration.ofMillis(100));
        var narrow = new AdmissionFilter(lanes, new OutagePage(new Templates(), new Problems()));
        assertThat(lanes.visitors().enter(Duration.ZERO)).isTrue();

        var search = new MockHttpServletResponse();
        narrow.doFilter(request("/tin"), search, (request, response) -> {});
        var front = new MockHttpServletResponse();
        var asked = request("/");
        VisitorRequest.makesForAll(asked);
        narrow.doFilter(asked, front, (request, response) -> {});

        assertThat(search.getStatus()).isEqualTo(503);
        assertThat(front.getStatus()).isEqualTo(200);
        lanes.visitors().leave();
    }

    /** However many programs send, whoever works finds a place. */
    @Test
    void programsStandInALineOfTheirOwn() throws Exception {
        var lanes = new Lanes(2, 1, 0, 1, Duration.ofMillis(100));
        var narrow = new AdmissionFilter(lanes, new OutagePage(new Templates(), new Problems()));
        assertThat(lanes.programs().enter(Duration.ZERO)).isTrue();

        var program = new MockHttpServletResponse();
        narrow.doFilter(request("/api/v1/returns"), program, (request, response) -> {});
        var person = new MockHttpServletResponse();
        narrow.doFilter(request("/units"), person, (request, response) -> {});

        assertThat(program.getStatus()).isEqualTo(503);
        assertThat(person.getStatus()).isEqualTo(200);
        lanes.programs().leave();
    }

    /** Shown to all who come, the form would be filled in for nothing. */
    @Test
    void inACrowdAtTheDoorWhoHasTypedThePasswordGoesFirst() throws Exception {
        var lanes = new Lanes(2, 1, 0, 1, Duration.ofSeconds(5));
        var door = new AdmissionFilter(lanes, new OutagePage(new Templates(), new Problems()));
        var inside = 0;
        while (lanes.logIn().enter(Duration.ZERO)) {
            inside++;
        }
        Thread.sleep(3100);
        lanes.logIn().enter(Duration.ZERO);
        assertThat(lanes.logIn().crowded()).isTrue();

        var form = new MockHttpServletResponse();
        door.doFilter(request("/login"), form, (request, response) -> {});
        assertThat(form.getStatus()).isEqualTo(503);

        var password = new MockHttpServletResponse();
        var typed = Thread.ofVirtual().start(() -> {
            try {
                door.doFilter(new MockHttpServletRequest("POST", "/login"), password, (request, response) -> {});
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (lanes.logIn().waiting() == 0) {
            Thread.onSpinWait();
        }
        for (var place = 0; place < inside; place++) {
            lanes.logIn().leave();
        }
        typed.join();
        assertThat(password.getStatus()).isEqualTo(200);
    }

    @Test
    void aFailingRequestGivesItsPlaceBack() {
        for (var i = 0; i < 3; i++) {
            assertThat(catchThrowable(() ->
                            filter.doFilter(request("/units"), new MockHttpServletResponse(), (request, response) -> {
                                throw new IllegalStateException("broken");
                            })))
                    .hasMessage("broken");
        }
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request(path), response, (request, same) -> {});
        return response;
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
