package org.giaoban.factors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Another organisation's server, small and honest unless a test tells it what to lie about. */
class OutsideServer implements AutoCloseable {

    static final String CLIENT = "giaoban";
    static final String SECRET = "bi mat cua hai ben";

    private static final int BITS = 2048;

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    OutsideServer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(BITS).keyID("1").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, document()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    /** How an answer departs from an honest one. */
    record Lie(String name, UnaryOperator<JWTClaimsSet.Builder> claims, boolean strangersKey) {

        static final Lie NONE = claims("honest", claims -> claims);

        static Lie claims(String name, UnaryOperator<JWTClaimsSet.Builder> claims) {
            return new Lie(name, claims, false);
        }

        static Lie stranger() {
            return new Lie("signed by a stranger", claims -> claims, true);
        }
    }

    private record Asked(Map<String, String> question, String subject, Lie lie) {}

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody signs in there, having been sent to this address: the code they bring back. */
    String code(String address, String subject, Lie lie) {
        var code = UUID.randomUUID().toString();
        asked.put(code, new Asked(fields(address.substring(address.indexOf('?') + 1)), subject, lie));
        return code;
    }

    static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], UTF_8)));
    }

    private String document() {
        var document = """
                {"issuer": "I", "authorization_endpoint": "I/enter", "token_endpoint": "I/token", "jwks_uri": "I/keys",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""";
        return document.replace("\"I", "\"" + issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        var sent = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var known = asked.remove(sent.getOrDefault("code", ""));
        if (known == null || !ours(exchange, sent, known.question())) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
                        + signed(known) + "\"}");
    }

    private static boolean ours(HttpExchange exchange, Map<String, String> sent, Map<String, String> question) {
        var secret = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(UTF_8));
        return secret.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && sent.getOrDefault("redirect_uri", "").equals(question.get("redirect_uri"))
                && challenge(sent.getOrDefault("code_verifier", "")).equals(question.get("code_challenge"));
    }

    private String signed(Asked asked) {
        var now = Clock.systemUTC().instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(asked.subject())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(1))))
                .claim("nonce", asked.question().get("nonce"))
                .claim("name", "Tên ở nơi kia");
        try {
            var signing = asked.lie().strangersKey()
                    ? new RSAKeyGenerator(BITS).keyID("1").generate()
                    : key;
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
                    asked.lie().claims().apply(claims).build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
