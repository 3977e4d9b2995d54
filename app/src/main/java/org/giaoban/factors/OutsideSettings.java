package org.giaoban.factors;

import java.net.URI;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The server of another organisation that vouches for people (OpenID Connect), as the operators name it: {@code giaoban.oidc.*}. */
@Component
class OutsideSettings {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private final Environment environment;

    OutsideSettings(Environment environment) {
        this.environment = environment;
        if (on() && !safe(URI.create(issuer()))) {
            throw new IllegalStateException("giaoban.oidc.issuer has to begin with https://");
        }
    }

    boolean on() {
        return !issuer().isEmpty();
    }

    /** Its address, exactly as it writes it into what it signs. */
    String issuer() {
        return text("issuer");
    }

    /** As which this installation is known there. */
    String clientId() {
        return text("client-id");
    }

    /** Empty when this installation is known there without one. */
    String clientSecret() {
        return text("client-secret");
    }

    /** What people call it. */
    String name() {
        var name = text("name");
        return name.isEmpty() ? URI.create(issuer()).getHost() : name;
    }

    private static boolean safe(URI issuer) {
        return "https".equals(issuer.getScheme()) || THIS_MACHINE.contains(issuer.getHost());
    }

    private String text(String setting) {
        return environment.getProperty("giaoban.oidc." + setting, "").strip();
    }
}
