package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.ProtectingHeaders;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Wire;
import org.giaoban.testing.Wire.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every answer protects its reader alike: pages, files, refusals of handlers, of filters and of the server itself. */
@GiaoBanTest
class ProtectedAnswersTest {

    private static final String PASSWORD = "mot cau de nho 2018";
    private static final int CROWD = 24;
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** Nothing from elsewhere, nothing in frames; only styles of the editor's page may stand inline. */
    private static final Set<String> DIRECTIVES = Set.of("default-src 'none'", "frame-ancestors 'none'");

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @LocalServerPort
    int port;

    private final Evidence evidence = Evidence.of("web-headers");
    private final List<RequestMappingInfo> planted = new ArrayList<>();

    private Wire wire;

    @BeforeEach
    void aServer() throws NoSuchMethodException {
        wire = new Wire(port);
        if (accounts.byLogin("hoa.tt").isEmpty()) {
            viewer.run(
                    Viewer.SYSTEM,
                    () -> accounts.create(new NewAccount(
                            "hoa.tt", "Trần Thị Hòa", null, null, PASSWORD, NewAccount.FirstLogIn.KEEPS_PASSWORD)));
        }
        plant("broken");
        plant("slow");
    }

    @AfterEach
    void pullOut() {
        planted.forEach(mapping::unregisterMapping);
    }

    private void plant(String method) throws NoSuchMethodException {
        var info = RequestMappingInfo.paths("/planted/" + method).build();
        mapping.registerMapping(info, new Planted(), Planted.class.getDeclaredMethod(method));
        planted.add(info);
    }

    /** Handlers as nobody should write them. */
    @Controller
    static class Planted {

        @ForEveryone
        @ResponseBody
        String broken() {
            throw new IllegalStateException("planted");
        }

        @ForEveryone
        @ResponseBody
        String slow() throws InterruptedException {
            Thread.sleep(4_000);
            return "late";
        }
    }

    @Test
    void everyAnswerProtectsItsReader() {
        var answers = new TreeMap<String, Answer>();
        visitor(answers);
        refusals(answers);
        signedIn(answers);
        answers.put("crowd", crowded());

        var flaws = new ArrayList<String>();
        var seen = new TreeSet<Integer>();
        answers.forEach((name, answer) -> {
            seen.add(answer.status());
            evidence.note(name + " -> " + answer.status() + " " + flaws(answer));
            flaws(answer).forEach(flaw -> flaws.add(name + " (" + answer.status() + "): " + flaw));
        });
        evidence.say("headers: %d answers, statuses %s, %d flaws", answers.size(), seen, flaws.size());

        assertThat(flaws).isEmpty();
        assertThat(seen).contains(200, 204, 303, 304, 400, 401, 403, 404, 405, 413, 422, 500, 503);
    }

    private void visitor(Map<String, Answer> answers) {
        answers.put("start", wire.get("/"));
        answers.put("start again", wire.get("/"));
        answers.put(
                "start known",
                wire.get("/", "If-None-Match: " + answers.get("start again").first("ETag")));
        answers.put("start head", wire.send("HEAD", "/", ""));
        answers.put("log in", wire.get("/login"));
        answers.put("style", wire.get("/css/shell.css"));
        answers.put("feed", wire.get("/rss.xml"));
        answers.put("robots", wire.get("/robots.txt"));
        answers.put("work", wire.get("/work"));
        answers.put("work fragment", wire.get("/work", "HX-Request: true"));
        answers.put("program", wire.get("/api/v1/units"));
        answers.put("program lost", wire.get("/api/khong-co"));
        answers.put("file", wire.get("/files/" + NOBODY));
        answers.put("picture", wire.get("/anh/" + NOBODY));
    }

    private void refusals(Map<String, Answer> answers) {
        answers.put("absent", wire.get("/khong-co-trang-nay"));
        answers.put("absent style", wire.get("/css/khong-co.css"));
        answers.put("form without token", wire.post("/login", "login=a&password=b"));
        answers.put("planted failure", wire.get("/planted/broken"));
        answers.put("parameter", wire.get("/a;b=c"));
        answers.put("climbing", wire.get("/css/%2e%2e/%2e%2e/etc/passwd"));
        answers.put("no letter", wire.get("/login?theme=%00"));
        answers.put("no language", wire.get("/login?lang=%00"));
        answers.put("double", wire.get("//etc/passwd"));
        answers.put("not a method", wire.send("BREW", "/", ""));
        answers.put("trace", wire.send("TRACE", "/", ""));
        answers.put("options", wire.send("OPTIONS", "/login", ""));
        answers.put("not an address", wire.get("/<>\"{}"));
        answers.put("no host", wire.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
        answers.put("no header", wire.get("/", "Nonsense without a colon"));
        answers.put("long header", wire.get("/", "X-Long: " + "a".repeat(70_000)));
        answers.put("not HTTP", wire.raw("how do you do\r\n\r\n"));
    }

    private void signedIn(Map<String, Answer> answers) {
        var page = wire.get("/login");
        var wrong = "_csrf=" + page.token() + "&login=hoa.tt&password=sai";
        answers.put("wrong password", wire.post("/login", wrong, "Cookie: " + page.cookies()));
        var right = "_csrf=" + page.token() + "&login=hoa.tt&password=" + PASSWORD.replace(' ', '+');
        var entered = wire.post("/login", right, "Cookie: " + page.cookies());
        answers.put("entered", entered);
        var cookie = "Cookie: " + entered.cookies();
        var account = wire.get("/account", cookie);
        answers.put("account", account);
        answers.put("forbidden", wire.get("/admin/grants", cookie));
        var both = cookie + "; " + account.cookies();
        answers.put("wrong method", wire.send("DELETE", "/login", "", both, "X-CSRF-TOKEN: " + account.token()));
        answers.put("too large", tooLarge(both, account.token()));
        answers.put("log out", wire.post("/logout", "_csrf=" + account.token(), both));
    }

    /** Says how much is coming; the server need not wait for it. */
    private Answer tooLarge(String cookie, String token) {
        return wire.raw("POST /account/password HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + cookie
                + "\r\nX-CSRF-TOKEN: " + token
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 400000000\r\n"
                + "Connection: close\r\n\r\n--x\r\n");
    }

    /** One of many who ask at once for something slow. */
    private Answer crowded() {
        var asked = new ArrayList<Future<Answer>>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one = 0; one < CROWD; one++) {
                asked.add(many.submit(() -> wire.get("/planted/slow")));
            }
        }
        return asked.stream()
                .map(Future::resultNow)
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow();
    }

    /** Negative control: whatever is missing, changed or said twice is found. */
    @Test
    void aMissingChangedOrDoubledHeaderIsFound() {
        var whole = wire.get("/login");
        assertThat(flaws(whole)).isEmpty();
        var names = new ArrayList<>(ProtectingHeaders.always(false).keySet());
        names.add(ProtectingHeaders.CONTENT_POLICY);
        for (var name : names) {
            assertThat(flaws(with(whole, name, List.of())))
                    .as(name + " missing")
                    .isNotEmpty();
            assertThat(flaws(with(whole, name, List.of("*"))))
                    .as(name + " changed")
                    .isNotEmpty();
            var twice = List.of(whole.first(name), whole.first(name));
            assertThat(flaws(with(whole, name, twice))).as(name + " twice").isNotEmpty();
        }
        var loose = whole.first(ProtectingHeaders.CONTENT_POLICY) + "; script-src 'unsafe-inline'";
        assertThat(flaws(with(whole, ProtectingHeaders.CONTENT_POLICY, List.of(loose))))
                .isNotEmpty();
    }

    private static Answer with(Answer answer, String name, List<String> values) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        headers.put(name, values);
        return new Answer(answer.status(), headers, answer.body());
    }

    private static List<String> flaws(Answer answer) {
        var flaws = new ArrayList<String>();
        ProtectingHeaders.always(false).forEach((name, value) -> {
            if (!answer.all(name).equals(List.of(value))) {
                flaws.add(name + " is " + answer.all(name));
            }
        });
        var policies = answer.all(ProtectingHeaders.CONTENT_POLICY);
        var policy = policies.size() == 1 ? policies.getFirst() : "";
        var scripts = policy.replace("style-src 'self' 'unsafe-inline'", "");
        if (!List.of(policy.split("; ")).containsAll(DIRECTIVES) || scripts.contains("unsafe")) {
            flaws.add(ProtectingHeaders.CONTENT_POLICY + " is " + policies);
        }
        for (var telling : List.of("Server", "X-Powered-By", "X-Application-Context")) {
            if (!answer.all(telling).isEmpty()) {
                flaws.add("tells its " + telling);
            }
        }
        return flaws;
    }
}
