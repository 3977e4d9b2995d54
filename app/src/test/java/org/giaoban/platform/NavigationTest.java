package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** Numbers of the navigation are counted seldom, and anew as soon as the viewer does something. */
class NavigationTest {

    private final AtomicInteger waiting = new AtomicInteger(3);
    private final MockHttpSession session = new MockHttpSession();
    private final Navigation navigation = navigation(Duration.ofMinutes(1));

    @Test
    void thePageOfAMomentLaterCountsNothingAgain() {
        assertThat(badge(session)).isEqualTo(3);
        waiting.set(4);
        assertThat(badge(session)).isEqualTo(3);
    }

    @Test
    void whatTheViewerDoesIsSeenAtOnce() {
        badge(session);
        waiting.set(2);
        after("GET", session);
        assertThat(badge(session)).isEqualTo(3);
        after("POST", session);
        assertThat(badge(session)).isEqualTo(2);
    }

    @Test
    void everySessionHasItsOwnNumbers() {
        badge(session);
        waiting.set(9);
        after("POST", new MockHttpSession());
        assertThat(badge(session)).isEqualTo(3);
        assertThat(badge(new MockHttpSession())).isEqualTo(9);
    }

    @Test
    void theyGrowOld() {
        var shortly = navigation(Duration.ZERO);
        assertThat(shortly.items(request("GET", session)).getFirst().badge()).isEqualTo(3);
        waiting.set(4);
        assertThat(shortly.items(request("GET", session)).getFirst().badge()).isEqualTo(4);
    }

    private Integer badge(MockHttpSession of) {
        return navigation.items(request("GET", of)).getFirst().badge();
    }

    private void after(String method, MockHttpSession of) {
        navigation.postHandle(request(method, of), new MockHttpServletResponse(), this, null);
    }

    private static MockHttpServletRequest request(String method, MockHttpSession session) {
        var request = new MockHttpServletRequest(method, "/desk");
        request.setSession(session);
        return request;
    }

    @SuppressWarnings("unchecked")
    private Navigation navigation(Duration age) {
        NavSource desk =
                () -> List.of(new NavItem(NavGroup.DESK, 1, "tasks.nav.desk", "inbox", "/desk", waiting.get()));
        ObjectProvider<NavSource> sources = mock();
        when(sources.stream()).thenAnswer(call -> Stream.of(desk));
        ObjectProvider<PlatformTransactionManager> transactions = mock();
        PlatformTransactionManager manager = mock();
        when(manager.getTransaction(any())).thenReturn(new SimpleTransactionStatus());
        when(transactions.getObject()).thenReturn(manager);
        return new Navigation(sources, transactions, age);
    }
}
