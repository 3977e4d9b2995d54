package org.giaoban.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks the whole product as one of the random matrix's people, through every filter. */
final class Exchange {

    private final MockMvcTester mvc;
    private final Accounts accounts;
    private final Map<AccountId, RequestPostProcessor> signedIn = new HashMap<>();

    Exchange(MockMvcTester mvc, Accounts accounts) {
        this.mvc = mvc;
        this.accounts = accounts;
    }

    MockHttpServletResponse get(Holder who, String address) {
        return ask(who, mvc.method(HttpMethod.GET).uri(URI.create(address)));
    }

    MockHttpServletResponse call(Holder who, Endpoint endpoint, @Nullable Sample sample) {
        var address = UriComponentsBuilder.fromPath(endpoint.pattern().replaceAll("\\{(\\w+):[^/]*}", "{$1}"))
                .encode()
                .buildAndExpand(sample == null ? Map.of() : sample.variables())
                .toUri();
        AbstractMockHttpServletRequestBuilder<?> request =
                mvc.method(endpoint.method()).uri(address);
        if (sample != null && sample.upload() != null) {
            request = mvc.method(endpoint.method())
                    .uri(address)
                    .multipart()
                    .file(new MockMultipartFile(sample.upload(), "mau.txt", "text/plain", new byte[] {'x'}));
        }
        if (sample != null && sample.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(sample.body());
        }
        if (sample != null) {
            sample.params().forEach(request::param);
        }
        return ask(who, endpoint.changes() ? request.with(SecurityMockMvcRequestPostProcessors.csrf()) : request);
    }

    private MockHttpServletResponse ask(Holder who, AbstractMockHttpServletRequestBuilder<?> request) {
        var account = who.account();
        if (account != null) {
            request.with(signedIn.computeIfAbsent(account, id -> SignIn.as(accounts, id)));
        }
        return mvc.perform(request).getResponse();
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Shut out: told that nothing is there, or led to the log-in. */
    static boolean shut(MockHttpServletResponse answer) {
        var location = answer.getHeader("Location");
        return answer.getStatus() == 404
                || answer.getStatus() == 401
                || answer.getStatus() == 403
                || location != null && (location.equals("/login") || location.startsWith("/login?"))
                // Who signed in minutes ago is asked who they are before anything is looked at.
                || answer.getStatus() == 422 && text(answer).contains("gb-proof");
    }
}
