package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The ceremony with the other server: the code flow with PKCE, a state and a nonce that stand in the session and count once, and a
 * token whose signature, issuer, audience, age and nonce are checked. All of that is Spring Security's; here it is put together.
 */
@Component
class OutsideLogIn {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideLogIn.class);
    private static final String PATH = "/login/oidc";

    private final OutsideProvider provider;
    private final OidcAuthorizationCodeAuthenticationProvider check;
    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    OutsideLogIn(OutsideProvider provider) {
        this.provider = provider;
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(provider.line())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        check = new OidcAuthorizationCodeAuthenticationProvider(
                tokens, signed -> new DefaultOidcUser(null, signed.getIdToken()));
        check.setJwtDecoderFactory(this::decoder);
    }

    /** Where the browser is sent to. */
    String begin(HttpServletRequest request, HttpServletResponse response) {
        var registration = provider.registration();
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(_ -> registration, PATH);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var question = Objects.requireNonNull(resolver.resolve(request, registration.getRegistrationId()));
        asked.saveAuthorizationRequest(question, request, response);
        return question.getAuthorizationRequestUri();
    }

    /** Who came back, unless anything about it is not right. */
    Optional<Outside> finish(HttpServletRequest request, HttpServletResponse response) {
        var question = asked.removeAuthorizationRequest(request, response);
        var code = request.getParameter("code");
        if (question == null || code == null || code.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(checked(question, code, request.getParameter("state")));
        } catch (OAuth2AuthenticationException | RestClientException | IllegalArgumentException refused) {
            LOG.info(
                    "A log-in through the other server was refused: {}",
                    refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Outside checked(OAuth2AuthorizationRequest question, String code, String state) {
        var answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(said(question.getRedirectUri(), "address"))
                .state(state)
                .build();
        var done = check.authenticate(new OAuth2LoginAuthenticationToken(
                provider.registration(), new OAuth2AuthorizationExchange(question, answer)));
        if (done == null || !(done.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalArgumentException("not the flow that was begun");
        }
        var token = user.getIdToken();
        return new Outside(
                said(token.getIssuer(), "issuer").toString(), said(token.getSubject(), "subject"), name(token));
    }

    private static <T> T said(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("The other server does not say its " + what);
        }
        return value;
    }

    private static String name(OidcIdToken token) {
        return Stream.of(token.getFullName(), token.getPreferredUsername(), token.getSubject())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        said(registration.getProviderDetails().getJwkSetUri(), "keys"))
                .restOperations(new RestTemplate(provider.line()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }
}
