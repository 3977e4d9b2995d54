package org.giaoban.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.MachineTime;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People of tests with their telephones, at the doors of the product. */
class FactorPeople {

    static final String PASSWORD = "mot cau de nho 2018";

    private static final Pattern PAPER = Pattern.compile("<li><code>([a-z2-7-]{19})</code>");

    private final MockMvcTester mvc;
    private final Accounts accounts;
    private final CodeApps apps;
    private final DSLContext db;
    private final MachineTime time;

    FactorPeople(MockMvcTester mvc, Accounts accounts, CodeApps apps, DSLContext db, MachineTime time) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.apps = apps;
        this.db = db;
        this.time = time;
    }

    AccountId open(String login) {
        return accounts.create(
                new NewAccount(login, "Cán bộ " + login, null, null, PASSWORD, NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }

    /** Goes through the pages, and gives the codes that are to be printed. */
    List<String> setUp(AccountId account, Cookie session) {
        assertThat(post("/account/factors/app", session)).hasStatus3xxRedirection();
        var secret = apps.begun(account).orElseThrow();
        assertThat(mvc.get().uri("/account/factors/app").cookie(session).exchange())
                .bodyText()
                .contains(Base32.of(secret).substring(0, 4));
        var done = post("/account/factors/app/confirm", session, "code", Totp.code(secret, Totp.step(time.instant())));
        assertThat(done).hasStatusOk();
        forgetSteps(account);
        return PAPER.matcher(body(done)).results().map(found -> found.group(1)).toList();
    }

    /** Without the pages. */
    void setUpDirectly(AccountId account) {
        apps.begin(account);
        assertThat(apps.confirm(account, Totp.code(apps.begun(account).orElseThrow(), Totp.step(time.instant()))))
                .isTrue();
        forgetSteps(account);
    }

    /** As if half a minute had passed: the code of the moment is a new one. */
    void forgetSteps(AccountId account) {
        db.execute("update factors.code_app set last_step = 0 where account_id = ?", account.value());
    }

    String code(AccountId account) {
        return Totp.code(apps.secretOf(account), Totp.step(time.instant()));
    }

    MvcTestResult enter(String login) {
        return post("/login", null, "login", login, "password", PASSWORD, "next", "/account");
    }

    MvcTestResult post(String uri, @Nullable Cookie session, String... params) {
        var request = mvc.post().uri(uri).with(csrf());
        if (session != null) {
            request = request.cookie(session);
        }
        for (var i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    static Cookie session(MvcTestResult entered) {
        var cookie = entered.getResponse().getCookie("giaoban");
        assertThat(cookie)
                .as("cookies: %s", Arrays.toString(entered.getResponse().getCookies()))
                .isNotNull();
        return cookie;
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
