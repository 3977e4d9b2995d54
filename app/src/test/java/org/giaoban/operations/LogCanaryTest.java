package org.giaoban.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Marked names, numbers, addresses and passwords go through the program, and through everything that can fail in it: none is in what is logged. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(OutputCaptureExtension.class)
class LogCanaryTest {

    private static final String NAME = "Hoàng Thị Chim Yến";
    private static final String BARE = "Chim Yen Mot";
    private static final String NUMBER = "042188777666";
    private static final String MAIL = "chim.yen@vidu.example";
    private static final String PASSWORD = "Chim-Yen-2018-bi-mat";
    private static final List<String> CANARIES = List.of(NAME, "Chim Yến", BARE, NUMBER, MAIL, PASSWORD);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient db;

    private final ListAppender<ILoggingEvent> raw = new ListAppender<>();

    @BeforeEach
    void listenBeforeTheScreen() {
        raw.start();
        root().addAppender(raw);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(raw);
    }

    private static ch.qos.logback.classic.Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void nothingThatPeopleTypeIsLogged(CapturedOutput output) throws IOException {
        for (var address :
                List.of("/people", "/search", "/audit", "/units", "/tasks", "/tin", "/members", "/returns")) {
            for (var canary : CANARIES) {
                get(address + "?q={canary}", canary);
                get(
                        address + "?who={canary}&from={canary}&unit={canary}&page={canary}",
                        canary,
                        canary,
                        canary,
                        canary);
            }
        }
        for (var canary : CANARIES) {
            post("/login", "login", canary, "password", PASSWORD);
            post("/people", "name", canary, "birth", canary, "mail", canary, "phone", NUMBER);
            post("/units", "name", canary, "code", canary, "kind", canary, "from", canary);
            get("/people/{canary}", canary);
            get("/tasks/{canary}", canary);
        }
        keep("log-canary", output.getAll());
        assertThat(output.getAll()).doesNotContain(CANARIES);
    }

    @Test
    void notEvenWhenAFailureSpeaksOfIt(CapturedOutput output) {
        var log = LoggerFactory.getLogger(LogCanaryTest.class);

        log.error("Planted for {}", NAME, new IllegalStateException("no \"" + BARE + "\", " + NUMBER + ", " + MAIL));

        assertThat(told())
                .as("the control: it was said, and reaches what listens before the screen")
                .contains(CANARIES.subList(0, 5));
        assertThat(output.getAll())
                .contains("Planted for", "IllegalStateException")
                .doesNotContain(CANARIES);
    }

    @Test
    void theDatabaseNamesTheRuleAndNotTheRow() {
        var wrong = org.assertj.core.api.Assertions.catchThrowable(
                () -> db.sql("insert into platform.setting (name, value) values (?, ?), (?, ?)")
                        .params(MAIL, NAME, MAIL, NAME)
                        .update());

        assertThat(wrong).rootCause().message().contains("setting_pkey").doesNotContain(MAIL);
    }

    private String told() {
        var all = new StringBuilder();
        raw.list.forEach(event -> all.append(event.getFormattedMessage())
                .append('\n')
                .append(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        return all.toString();
    }

    private void get(String address, Object... values) {
        mvc.get().uri(address, values).with(SignIn.as(accounts, "quantri")).exchange();
    }

    private void post(String address, String... fields) {
        var request = mvc.post()
                .uri(address)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(SignIn.as(accounts, "quantri"));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        request.exchange();
    }

    private static void keep(String name, String log) throws IOException {
        var folder = Path.of("target", "evidence");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".log"), log);
    }
}
