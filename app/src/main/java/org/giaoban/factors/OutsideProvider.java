package org.giaoban.factors;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.giaoban.platform.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the other server says of itself. It is asked when somebody first wants to come in through it, not when the program starts. */
@Component
class OutsideProvider {

    static final String BACK = "/login/oidc/back";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final OutsideSettings settings;
    private final SiteAddress site;
    private final ClientHttpRequestFactory line;
    private volatile @Nullable Known known;

    OutsideProvider(OutsideSettings settings, SiteAddress site) {
        this.settings = settings;
        this.site = site;
        var patient = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        patient.setReadTimeout(PATIENCE);
        this.line = patient;
    }

    private record Known(String issuer, Map<String, Object> document) {}

    /** Follows nobody to another address and waits five seconds at most. */
    ClientHttpRequestFactory line() {
        return line;
    }

    ClientRegistration registration() {
        var secret = settings.clientSecret();
        return ClientRegistrations.fromOidcConfiguration(document())
                .registrationId("outside")
                .clientId(settings.clientId())
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        secret.isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scope("openid", "profile")
                .redirectUri(site.of(BACK))
                .build();
    }

    private Map<String, Object> document() {
        var issuer = settings.issuer();
        var said = known;
        if (said == null || !said.issuer().equals(issuer)) {
            said = new Known(issuer, ask(issuer));
            known = said;
        }
        return said.document();
    }

    private Map<String, Object> ask(String issuer) {
        var document = RestClient.builder()
                .requestFactory(line)
                .build()
                .get()
                .uri(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(DOCUMENT);
        if (document == null || !issuer.equals(document.get("issuer"))) {
            throw new RestClientException("the server at giaoban.oidc.issuer calls itself by another address");
        }
        return document;
    }
}
