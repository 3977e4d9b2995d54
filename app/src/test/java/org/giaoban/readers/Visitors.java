package org.giaoban.readers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.portal.PublishedArticles;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Readers of the story's site, with a browser that solves challenges. */
@Component
class Visitors {

    static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private final Challenges challenges;
    private final PublishedArticles articles;

    Visitors(Challenges challenges, PublishedArticles articles) {
        this.challenges = challenges;
        this.articles = articles;
    }

    PublishedArticle article(String slug) {
        return articles.between(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), 100).stream()
                .filter(each -> each.href().contains(slug))
                .findFirst()
                .orElseThrow();
    }

    /** What the script in a browser sends. */
    String work() throws Exception {
        return solved(challenges.fresh());
    }

    static String solved(Challenges.Challenge challenge) throws Exception {
        var solution = Altcha.solveChallenge(
                challenge.challenge(), challenge.salt(), Altcha.Algorithm.SHA256, challenge.maxnumber(), 0);
        var text =
                "{\"algorithm\":\"%s\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\",\"maxnumber\":9}"
                        .formatted(
                                challenge.algorithm(),
                                challenge.challenge(),
                                solution.number,
                                challenge.salt(),
                                challenge.signature());
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A form as a browser sends it from a page of ours: no cookie, no token. */
    static MvcTestResult post(MockMvcTester mvc, String uri, String address, String... fields) {
        var request = mvc.post()
                .uri(uri)
                .header("Sec-Fetch-Site", "same-origin")
                .header("User-Agent", BROWSER)
                .with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                });
        for (var field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
