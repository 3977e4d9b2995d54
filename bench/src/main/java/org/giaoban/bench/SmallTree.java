package org.giaoban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Two provinces with communes and grassroots units, and the programs that send their returns. */
final class SmallTree {

    static final int WRITERS = 16;
    private static final int PROVINCES = 2;
    private static final int COMMUNES = 24;
    private static final int GRASSROOTS = 12;

    private final SecureRandom random = new SecureRandom();
    private final List<Sender> senders = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final Map<String, String> offices = new HashMap<>();

    /** A program with its token and the units it sends for. */
    record Sender(String token, List<String> units) {}

    /**
     * Founds the units by the product's own tool, gives every sender an account, its rights and a token, and brings the forms. No
     * server runs afterwards, for one that runs would not see at once what was planted behind its back.
     */
    static SmallTree plant(Path jar, Path data) throws IOException, InterruptedException, SQLException {
        var tree = new SmallTree();
        var file = Files.writeString(data.resolve("units.csv"), tree.table());
        Tool.run(jar, data, "import-units", file.toString());
        try (var _ = ServerUnderTest.start(jar, data, false)) {
            Sheet40.publish(data);
            tree.openAccounts(data);
        }
        return tree;
    }

    List<Sender> senders() {
        return senders;
    }

    List<String> units() {
        return units;
    }

    /** The token of a province's office, which reads everything below it. */
    String office(String province) {
        return Objects.requireNonNull(offices.get(province));
    }

    private String table() {
        var text = new StringBuilder("code,name,kind,parent_code,from\n");
        for (var p = 1; p <= PROVINCES; p++) {
            text.append("T%d,Tỉnh ủy số %d,TINH_UY,,2015-01-01\n".formatted(p, p));
            for (var c = 1; c <= COMMUNES; c++) {
                var commune = "T%d-X%02d".formatted(p, c);
                text.append("%s,Đảng ủy xã số %d,DANG_UY_XA_2025,T%d,2025-07-01\n".formatted(commune, c, p));
                for (var g = 1; g <= GRASSROOTS; g++) {
                    var unit = "%s-C%02d".formatted(commune, g);
                    text.append("%s,Chi bộ số %d,CHI_BO_CO_SO,%s,2025-07-01\n".formatted(unit, g, commune));
                    units.add(unit);
                }
            }
        }
        return text.toString();
    }

    /** While the server runs: it brings its profile with it. */
    private void openAccounts(Path data) throws IOException, SQLException {
        try (var connection = Database.open(data)) {
            for (var p = 1; p <= PROVINCES; p++) {
                offices.put("T" + p, account(connection, "van.phong.t" + p, "office", List.of("T" + p)));
            }
            for (var w = 0; w < WRITERS; w++) {
                var communes = communes(w);
                var token = account(connection, "nguoi.nop.%02d".formatted(w), "unit-reporter", communes);
                senders.add(new Sender(token, below(communes)));
            }
        }
    }

    private static List<String> communes(int writer) {
        var communes = new ArrayList<String>();
        for (var number = writer; number < PROVINCES * COMMUNES; number += WRITERS) {
            communes.add("T%d-X%02d".formatted(1 + number / COMMUNES, 1 + number % COMMUNES));
        }
        return communes;
    }

    private List<String> below(List<String> communes) {
        return units.stream()
                .filter(unit -> communes.stream().anyMatch(commune -> unit.startsWith(commune + "-")))
                .collect(Collectors.toList());
    }

    private String account(Connection connection, String login, String role, List<String> units) throws SQLException {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = "giaoban_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try (var statement = connection.prepareStatement("""
                with a as (
                    insert into identity.account (id, login, name, password_hash, password_changed_at, must_change_password, stamp, created_at)
                    values (uuidv7(), ?, ?, 'none', now(), false, 1, now()) returning id
                ), t as (
                    insert into identity.api_token (id, account_id, label, shown, hash, created_at)
                    select uuidv7(), id, 'bench', ?, ?, now() from a
                )
                insert into access.granted_right (id, account_id, role, unit_id, reach, from_on, given_at, giver_account_id)
                select uuidv7(), a.id, ?, u.id, 'BELOW', '2020-01-01', now(), a.id
                from a, organization.unit u where u.code = any (?)""")) {
            statement.setString(1, login);
            statement.setString(2, login);
            statement.setString(3, token.substring(0, 12));
            statement.setBytes(4, sha256(token));
            statement.setString(5, role);
            statement.setArray(6, connection.createArrayOf("text", units.toArray()));
            statement.executeUpdate();
        }
        return token;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
