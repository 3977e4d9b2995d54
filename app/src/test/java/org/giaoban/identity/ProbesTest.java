package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.platform.ForEveryone;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Addresses as scanners ask for them: nobody is led elsewhere, nothing beside our own pages is found, no header is smuggled in. */
@GiaoBanTest
@ExtendWith(OutputCaptureExtension.class)
class ProbesTest {

    private static final List<String> ELSEWHERE = List.of(
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/%09/evil.example",
            "/%5cevil.example",
            "///evil.example",
            "https:evil.example",
            "javascript:alert(1)",
            "/%0d%0aLocation:%20https://evil.example",
            "@evil.example",
            "/a/..//evil.example",
            "http:%2f%2fevil.example",
            "%2f%2fevil.example",
            "/login?next=//evil.example",
            "data:text/html,x");

    private static final List<String> PARAMETERS =
            List.of("next", "back", "url", "redirect", "return", "returnTo", "continue", "to", "lang", "theme");

    private static final List<String> PAGES = List.of("/login", "/", "/work", "/ban-tin", "/tasks", "/logout");

    private static final List<String> CLIMBS = List.of(
            "..",
            "%2e%2e",
            "%252e%252e",
            "..%2f",
            "..%5c",
            "..\\",
            "%c0%ae%c0%ae",
            "....//",
            "..;",
            "%00",
            "..%00",
            "%u002e%u002e");

    private static final List<String> FOLDERS =
            List.of("/css", "/js", "/fonts", "/img", "/webjars", "/files", "/anh", "/_static", "");

    private static final List<String> TARGETS = List.of(
            "etc/passwd",
            "application.yml",
            "WEB-INF/web.xml",
            "META-INF/MANIFEST.MF",
            "org/giaoban/Application.class");

    private static final List<String> HIDDEN = List.of(
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/h2-console",
            "/swagger-ui.html",
            "/v3/api-docs",
            "/.git/config",
            "/.env",
            "/application.yml",
            "/WEB-INF/web.xml",
            "/console",
            "/manager/html",
            "/error",
            "/trace",
            "/jolokia",
            "/graphql");

    private static final List<String> SECRETS = List.of(
            "root:x:0", "spring:", "<web-app", "Manifest-Version", "\u00ca\u00fe", "[core]", "hikari", "giaoban.data");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final Evidence evidence = Evidence.of("web-probes");

    @Test
    void nobodyIsLedElsewhere() {
        var wire = new Wire(port);
        var led = new ArrayList<String>();
        var tried = 0;
        for (var page : PAGES) {
            for (var parameter : PARAMETERS) {
                for (var to : ELSEWHERE) {
                    tried++;
                    var path = page + "?" + parameter + "="
                            + to.replace(" ", "%20").replace("\\", "%5c");
                    var answer = wire.get(path);
                    for (var header : List.of("Location", "HX-Redirect", "Refresh")) {
                        if (elsewhere(answer.first(header))) {
                            led.add(path + " -> " + answer.first(header));
                        }
                    }
                }
            }
        }
        evidence.say("open redirects: %d tried, %d led elsewhere", tried, led.size());
        assertThat(led).isEmpty();
    }

    /** Negative control: a page that leads wherever it is told, and lets a header in, is found out. */
    @Test
    void aCarelessPageIsFound() throws NoSuchMethodException {
        var info = RequestMappingInfo.paths("/planted/led").build();
        mapping.registerMapping(
                info, new Planted(), Planted.class.getDeclaredMethod("led", String.class, HttpServletResponse.class));
        try {
            for (var to : List.of("https://evil.example", "//evil.example", "///evil.example", "javascript:alert(1)")) {
                var answer = new Wire(port).get("/planted/led?to=" + to);
                assertThat(elsewhere(answer.first("Location"))).as(to).isTrue();
                assertThat(answer.all("X-Smuggled")).isNotEmpty();
            }
            assertThat(elsewhere("/work?next=a")).isFalse();
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    /** A handler as nobody should write it. */
    @Controller
    static class Planted {

        @ForEveryone
        void led(@RequestParam String to, HttpServletResponse answer) {
            answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
            answer.setHeader("Location", to);
            answer.setHeader("X-Smuggled", "yes");
        }
    }

    private static boolean elsewhere(String location) {
        if (location.isEmpty()) {
            return false;
        }
        var plain = location.replace('\\', '/');
        if (plain.startsWith("//") || plain.matches("(?i)(javascript|data):.*")) {
            return true;
        }
        try {
            var host = URI.create(plain).getHost();
            return host != null && !host.equals("localhost");
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    @Test
    void nothingBesideOurFilesIsFound() {
        var wire = new Wire(port);
        var found = new ArrayList<String>();
        var tried = 0;
        for (var folder : FOLDERS) {
            for (var climb : CLIMBS) {
                for (var target : TARGETS) {
                    for (var deep : List.of(1, 6)) {
                        tried++;
                        var path = folder + ("/" + climb).repeat(deep) + "/" + target;
                        var answer = wire.get(path);
                        if (answer.status() == 200 || SECRETS.stream().anyMatch(answer.body()::contains)) {
                            found.add(path + " -> " + answer.status());
                        }
                    }
                }
            }
        }
        for (var path : HIDDEN) {
            tried++;
            var answer = wire.get(path);
            if (answer.status() == 200 || SECRETS.stream().anyMatch(answer.body()::contains)) {
                found.add(path + " -> " + answer.status());
            }
        }
        evidence.say("climbing and hidden addresses: %d tried, %d found", tried, found.size());
        assertThat(found).isEmpty();
        assertThat(wire.get("/css/shell.css").status())
                .as("negative control: what is ours is found")
                .isEqualTo(200);
    }

    @Test
    void noHeaderIsSmuggledIn() {
        var wire = new Wire(port);
        for (var end : List.of("%0d%0a", "%0a", "%E5%98%8A%E5%98%8D", "%0d%0a%0d%0a")) {
            for (var page : List.of("/work?x=", "/login?next=/", "/?after=", "/khong-co/")) {
                var answer = wire.get(page + end + "X-Smuggled:%20yes");
                assertThat(answer.all("X-Smuggled")).as(page + end).isEmpty();
            }
        }
        var two = wire.raw(
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n0\r\n\r\nX");
        assertThat(two.status()).isGreaterThanOrEqualTo(400);
    }

    /** Another host's name leads to no address of that host, and kept pages of one host are not shown to another. */
    @Test
    void anotherHostsNameIsNotPassedOn() {
        var wire = new Wire(port);
        assertThat(wire.get("/work", "Host: evil.example").first("Location")).startsWith("/login");
        assertThat(wire.get("/work", "X-Forwarded-Host: evil.example").first("Location"))
                .startsWith("/login");
        wire.get("/", "Host: evil.example");
        assertThat(wire.get("/").body()).doesNotContain("evil.example");
        for (var host : List.of("a b", "evil.example/x", "evil.example\\x", "<script>", "localhost, evil.example")) {
            assertThat(wire.get("/", "Host: " + host).status()).as(host).isEqualTo(400);
        }
    }

    @Test
    void anInstallationMayAnswerToItsOwnNamesOnly() {
        var ours = new Firewall.Hosts(java.util.Set.of("giaoban.huyen.example"));
        assertThat(ours.permits("GiaoBan.huyen.example")).isTrue();
        assertThat(ours.permits("evil.example")).isFalse();
        assertThat(new Firewall.Hosts(java.util.Set.of()).permits("evil.example"))
                .isTrue();
    }
}
