package org.giaoban.factors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.giaoban.identity.Accounts;
import org.giaoban.platform.MachineTime;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** What is sent as a passkey's answer without being one: refused in words, never with a failure. */
@GiaoBanTest
class PasskeyAnswersTest {

    private static final int TRIES = Integer.getInteger("giaoban.passkey-answers", 150);
    private static final List<String> ODD =
            List.of("null", "{}", "[]", "0", "\"\"", "\"%%%\"", "\"AA\"", "{\"response\":{}}", "{\"id\":", "");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CodeApps apps;

    @Autowired
    DSLContext db;

    @Autowired
    MachineTime time;

    private FactorPeople people;

    @BeforeEach
    void people() {
        people = new FactorPeople(mvc, accounts, apps, db, time);
    }

    @Test
    void oddAnswersOpenNothingAndBreakNothing() {
        var evidence = Evidence.of("passkey-answers");
        var random = new Random(evidence.seed());
        for (var i = 0; i < TRIES; i++) {
            var asked = people.post("/login/passkey/options", null);
            assertThat(asked).hasStatusOk();
            var challenge = JsonMapper.shared()
                    .readTree(FactorPeople.body(asked))
                    .get("challenge")
                    .asString();
            var answer = answer(challenge, random);

            assertThat(people.post("/login/passkey", FactorPeople.session(asked), "credential", answer))
                    .as(answer)
                    .hasStatus(HttpStatus.SEE_OTHER)
                    .hasHeader("Location", "/login?problem=passkey-wrong");
        }
        evidence.say("%d answers that are none: 0 let in, 0 failures", TRIES);
    }

    /** An answer of the right shape, with nothing, one or two of its parts replaced or bytes of them turned. */
    private static String answer(String challenge, Random random) {
        var told = "{\"type\":\"webauthn.get\",\"challenge\":\"" + challenge + "\",\"origin\":\"http://localhost\"}";
        var parts = new String[] {
            quoted(noise(random, 16)),
            quoted(noise(random, 16)),
            quoted(told.getBytes(UTF_8)),
            quoted(noise(random, 37 + random.nextInt(64))),
            quoted(noise(random, 70)),
            quoted(noise(random, 16)),
            "\"public-key\""
        };
        for (var at = random.nextInt(3); at > 0; at--) {
            parts[random.nextInt(parts.length)] = ODD.get(random.nextInt(ODD.size()));
        }
        return """
                {"id":%s,"rawId":%s,"response":{"clientDataJSON":%s,"authenticatorData":%s,"signature":%s,\
                "userHandle":%s},"type":%s,"clientExtensionResults":{},"authenticatorAttachment":"platform"}""".formatted((Object[]) parts);
    }

    private static byte[] noise(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String quoted(byte[] bytes) {
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + '"';
    }
}
