package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Registration;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/** What answers besides our handlers is declared: filters, security filters, folders of files, other servlets. */
@GiaoBanTest(story = "vu-quang-2018-11")
class DeclaredDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    WebApplicationContext context;

    @Autowired
    FilterChainProxy security;

    @Autowired
    Accounts accounts;

    @Test
    void nothingAnswersThatIsNotInTheList() {
        assertThat(answering()).containsExactlyElementsOf(new TreeSet<>(DoorList.of("/declared-doors.txt")));
    }

    /** The folder of static files is served by Spring for every path; the last rule shuts what no declared folder holds. */
    @Test
    void aFileOutsideTheDeclaredFoldersIsShutToEverybody() {
        assertThat(mvc.get().uri("/planted.txt")).hasStatus(404);
        assertThat(mvc.get().uri("/planted.txt").with(SignIn.as(accounts, "quantri")))
                .hasStatus(404);
        assertThat(mvc.get().uri("/css/shell.css")).hasStatusOk();
    }

    @Test
    void addressesThatLookLikeOursAreNot() {
        for (var address : List.of("/units/", "/units.json", "/units/SL-01.json", "/UNITS", "/tasks/../units")) {
            for (var method :
                    List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE, HttpMethod.valueOf("TRACE"))) {
                var answer = mvc.method(method)
                        .uri(URI.create(address))
                        .with(SignIn.as(accounts, "quantri"))
                        .exchange();
                assertThat(answer.getResponse().getStatus())
                        .as(method + " " + address)
                        .isIn(400, 403, 404, 405);
            }
        }
    }

    private TreeSet<String> answering() {
        var found = new TreeSet<String>();
        var container = Objects.requireNonNull(context.getServletContext());
        container.getFilterRegistrations().values().forEach(filter -> found.add("filter " + simple(filter)));
        container
                .getServletRegistrations()
                .values()
                .forEach(servlet -> found.add("servlet " + simple(servlet) + " " + servlet.getMappings()));
        for (var chain : security.getFilterChains()) {
            chain.getFilters()
                    .forEach(filter -> found.add("security " + filter.getClass().getSimpleName()));
        }
        for (var mapping : context.getBeansOfType(HandlerMapping.class).values()) {
            if (mapping instanceof AbstractUrlHandlerMapping urls) {
                urls.getHandlerMap().keySet().forEach(path -> found.add("files " + path));
            } else {
                found.add("mapping " + mapping.getClass().getSimpleName());
            }
        }
        return found;
    }

    private static String simple(Registration registered) {
        var name = Objects.requireNonNull(registered.getClassName());
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
