package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.giaoban.kernel.AccountId;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No page of another site can make our viewer's browser change anything: every address, every method, every way to ask. */
@GiaoBanTest
class ForgedFormsTest {

    /** Filters answer these; no handler is behind them. */
    private static final List<String> OF_FILTERS = List.of("/logout", "/login/ott", "/webauthn/register");

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** Ways in which another site's page makes a browser send a form. */
    private static final List<String[]> FOREIGN = List.of(
            new String[0],
            new String[] {"Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"},
            new String[] {"Origin", "https://evil.example"},
            new String[] {"Origin", "null", "Sec-Fetch-Site", "cross-site"},
            new String[] {"Sec-Fetch-Site", "same-site"},
            new String[] {"Sec-Fetch-Site", "none"},
            new String[] {"X-CSRF-TOKEN", "bbbb"},
            new String[] {"X-HTTP-Method-Override", "GET"});

    private record Door(HttpMethod method, String path) {}

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private AccountId account;

    @BeforeEach
    void somebody() {
        account = accounts.byLogin("hoa.tt")
                .orElseGet(() -> viewer.as(
                        Viewer.SYSTEM,
                        () -> accounts.create(new NewAccount(
                                "hoa.tt",
                                "Trần Thị Hòa",
                                null,
                                null,
                                "mot cau de nho 2018",
                                NewAccount.FirstLogIn.KEEPS_PASSWORD))));
    }

    @Test
    void nothingIsChangedForAPageThatIsNotOurs() {
        var evidence = Evidence.of("web-forged-forms");
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var door : doors()) {
            for (var headers : FOREIGN) {
                for (var who : new AccountId[] {account, null}) {
                    tried++;
                    var status = ask(door, who, headers).getResponse().getStatus();
                    if (status != (door.path().startsWith("/api/") ? 401 : 403)) {
                        wrong.add(door + " " + List.of(headers) + " -> " + status);
                    }
                }
            }
        }
        evidence.say("forged forms: %d doors, %d tries, %d got in", doors().size(), tried, wrong.size());
        wrong.forEach(evidence::note);

        assertThat(doors()).hasSizeGreaterThan(150);
        assertThat(wrong).isEmpty();
    }

    /** Negative control: with the token of our form the same request is no longer turned away for that. */
    @Test
    void withTheTokenTheSameDoorOpens() {
        assertThat(mvc.post().uri("/logout").with(csrf()).exchange()).hasStatus(303);
        assertThat(mvc.post()
                        .uri("/account/password")
                        .with(SignIn.as(accounts, account))
                        .with(csrf())
                        .exchange())
                .matches(answer -> answer.getResponse().getStatus() != 403);
        assertThat(mvc.post()
                        .uri("/ban-tin")
                        .header("Sec-Fetch-Site", "same-origin")
                        .exchange())
                .matches(answer -> answer.getResponse().getStatus() != 403);
    }

    /** A link, a picture or a page fetched ahead is a GET: it must not log anybody out. */
    @Test
    void lookingLogsNobodyOut() {
        var looked = mvc.get().uri("/logout").with(SignIn.as(accounts, account)).exchange();

        assertThat(looked).hasStatus(404);
        assertThat(looked.getResponse().getHeader("Clear-Site-Data")).isNull();
    }

    private MvcTestResult ask(Door door, @Nullable AccountId who, String... headers) {
        MockMvcRequestBuilder request = mvc.method(door.method()).uri(door.path());
        for (var at = 0; at < headers.length; at += 2) {
            request = request.header(headers[at], headers[at + 1]);
        }
        return who == null
                ? request.exchange()
                : request.with(SignIn.as(accounts, who)).exchange();
    }

    /** Every method that may change something, of every address; a letter's link carries its own secret (RFC 8058). */
    private List<Door> doors() {
        var doors = new TreeSet<Door>((one, other) -> one.toString().compareTo(other.toString()));
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var path : info.getPatternValues()) {
                Stream.of(RequestMethod.values())
                        .filter(method -> methods.isEmpty() || methods.contains(method))
                        .filter(method ->
                                !List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(method.name()))
                        .forEach(method -> doors.add(new Door(method.asHttpMethod(), filled(path))));
            }
        });
        OF_FILTERS.forEach(path -> doors.add(new Door(HttpMethod.POST, path)));
        return doors.stream()
                .filter(door ->
                        !door.path().startsWith("/ban-tin/huy/") && !door.path().equals("/error"))
                .toList();
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]+}", NOBODY);
    }
}
