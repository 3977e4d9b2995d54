package org.giaoban.factors;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn): the device unlocks a key for this very address with a finger, a face or a PIN, so it stands for the password
 * and the second factor at once, and there is nothing to be told to a false page. A challenge stands in the session and counts once.
 */
@Component
@Transactional
class Passkeys {

    private static final String CHALLENGE = "factors.challenge";
    private static final String NAME = "Giao Ban";

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SHOWN =
            new TypeReference<>() {};

    /** What has to stand in an answer: those who check it take that for granted. */
    private static final List<String> TO_MAKE =
            List.of("/id", "/rawId", "/response/clientDataJSON", "/response/attestationObject");

    private static final List<String> TO_SHOW =
            List.of("/id", "/rawId", "/response/clientDataJSON", "/response/authenticatorData", "/response/signature");

    private final PasskeyRepository passkeys;
    private final PasskeyUsers users;
    private final SiteAddress site;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(PasskeyRepository passkeys, PasskeyUsers users, SiteAddress site) {
        this.passkeys = passkeys;
        this.users = users;
        this.site = site;
    }

    /** What the browser needs to make one, as JSON. */
    public String toMake(AccountId account, HttpServletRequest request) {
        var options = party(challenge(request))
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(as(account)));
        return json.writeValueAsString(options);
    }

    /** Keeps the one that was made; false when it does not hold. */
    public boolean keep(AccountId account, String made, String label, HttpServletRequest request) {
        var challenge = taken(request);
        if (challenge == null) {
            return false;
        }
        try {
            var party = party(challenge);
            var options = party.createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(as(account)));
            party.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options, new RelyingPartyPublicKey(read(made, MADE, TO_MAKE), label)));
            return true;
        } catch (JacksonException | WebAuthnException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** @param account whose passkeys are wanted; null lets the device choose */
    public String toShow(@Nullable AccountId account, HttpServletRequest request) {
        var options = party(challenge(request))
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(account == null ? null : as(account)));
        return json.writeValueAsString(options);
    }

    /** The account whose passkey answered the challenge. */
    public Optional<AccountId> shown(String answer, HttpServletRequest request) {
        var challenge = taken(request);
        if (challenge == null) {
            return Optional.empty();
        }
        try {
            var party = party(challenge);
            var options =
                    party.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
            var user = party.authenticate(new RelyingPartyAuthenticationRequest(options, read(answer, SHOWN, TO_SHOW)));
            return Optional.of(PasskeyUsers.account(user.getId()));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private <T> T read(String sent, TypeReference<T> type, List<String> needed) {
        var tree = json.readTree(sent);
        for (var one : needed) {
            if (!tree.at(one).isString() || tree.at(one).asString().isBlank()) {
                throw new IllegalArgumentException("an answer without " + one);
            }
        }
        return json.readValue(sent, type);
    }

    private Webauthn4JRelyingPartyOperations party(Bytes challenge) {
        var home = URI.create(site.of("/"));
        var origin = home.getScheme() + "://" + home.getAuthority();
        var party = new Webauthn4JRelyingPartyOperations(
                users,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(home.getHost())
                        .name(NAME)
                        .build(),
                Set.of(origin));
        party.setCustomizeCreationOptions(options -> options.challenge(challenge)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(
                options -> options.challenge(challenge).userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }

    private static Bytes challenge(HttpServletRequest request) {
        var challenge = Bytes.random();
        request.getSession().setAttribute(CHALLENGE, challenge.toBase64UrlString());
        return challenge;
    }

    private static @Nullable Bytes taken(HttpServletRequest request) {
        var session = request.getSession(false);
        var kept = session == null ? null : (String) session.getAttribute(CHALLENGE);
        if (kept == null) {
            return null;
        }
        session.removeAttribute(CHALLENGE);
        return Bytes.fromBase64(kept);
    }

    private static Authentication as(AccountId account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of());
    }
}
