package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Somebody whose one grant reaches every unit of a country, and somebody with half of it, reading on screen and by program. */
final class CountryReader {

    private static final String PASSWORD = "mot cau de nho 2025";
    private static final String WHOLE = "ca.nuoc";
    private static final String HALF = "nua.nuoc";
    private static final int ROUNDS = 120;
    private static final int WARM_UP = 60;

    /** These stand in the first province, which both may read. */
    private static final int COMMUNES = 50;

    private final Random random = new Random(34);

    private CountryReader() {}

    /** @param data of a country after its reorganisation, without a unit above the provinces */
    static void measure(Path jar, Path data) throws Exception {
        for (var login : List.of(WHOLE, HALF)) {
            Tool.run(jar, data, "create-user", "--login", login, "--name", "Người đọc", "--password", PASSWORD);
        }
        var reader = new CountryReader();
        String token;
        try (var server = ServerUnderTest.start(jar, data, false)) {
            reader.root(data);
            Tool.run(jar, data, "create-token", "--user", WHOLE);
            token = Files.readString(data.resolve("tool.log"))
                    .strip()
                    .lines()
                    .toList()
                    .getLast();
        }
        try (var server = ServerUnderTest.start(jar, data, false)) {
            for (var login : List.of(WHOLE, HALF)) {
                System.out.printf("%n%s: %,d units below the grants%n", login, reader.units(data, login));
                var top = login.equals(WHOLE) ? "VN" : "VN-T1";
                reader.screens(Browser.loggedIn(server.address(), login, PASSWORD), top);
            }
            reader.programs(server.address(), token);
            Plans.record(data);
        }
        reader.plans(jar, data);
    }

    /** One unit above all provinces, and a grant on it; the other account holds every second province. */
    private void root(Path data) throws IOException, SQLException {
        Database.passwordsAlone(data);
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into organization.unit (id, code, cell_id) values ('00000000-0000-7000-8000-000000000001', 'VN', 1);
                    insert into organization.unit_version (unit_id, valid, name, short_name, kind, basis)
                    values ('00000000-0000-7000-8000-000000000001', '[1945-09-02,)', 'Cả nước', 'Cả nước', 'TINH', '');
                    update organization.unit_version set parent_unit_id = '00000000-0000-7000-8000-000000000001'
                    where parent_unit_id is null and unit_id <> '00000000-0000-7000-8000-000000000001';
                    update organization.tree_state set version = nextval('organization.tree_version');
                    update identity.account set must_change_password = false;
                    insert into access.granted_right (id, account_id, role, unit_id, reach, from_on, given_at, giver_account_id)
                    select uuidv7(), a.id, 'administrator', u.id, 'BELOW', '2020-01-01', now(), a.id
                    from identity.account a, organization.unit u
                    where a.login = 'ca.nuoc' and u.code = 'VN'
                       or a.login = 'nua.nuoc' and u.code ~ '^VN-T([13579]|[12][13579])$';
                    analyze""");
        }
    }

    private int units(Path data, String login) throws IOException, SQLException {
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        with recursive below as (
                            select g.unit_id from access.granted_right g join identity.account a on a.id = g.account_id
                            where a.login = '%s'
                            union
                            select v.unit_id from below b join organization.unit_version v on v.parent_unit_id = b.unit_id)
                        select count(*) from below""".formatted(login))) {
            found.next();
            return found.getInt(1);
        }
    }

    private static Map<String, String> pages(String top) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("reference: my account", "/account");
        pages.put("desk", "/desk");
        pages.put("board of " + top, "/board/" + top + "/2025-09");
        pages.put("tree", "/units");
        pages.put("tree, some commune's number", "/units?q=xa+moi+so+%d");
        pages.put("tree, words that fit all", "/units?q=xa+so");
        pages.put("a province", "/units/VN-T1");
        pages.put("a commune", "/units/VN-C%d");
        pages.put("search box", "/search?q=xa+so+%d");
        pages.put("returns", "/returns");
        pages.put("tasks", "/tasks");
        pages.put("people", "/people");
        return pages;
    }

    private void screens(Browser browser, String top) throws Exception {
        System.out.printf("%-44s %9s %9s %14s%n", "answer over loopback, ms", "p50", "p99", "p50 / reference");
        var reference = 0.0;
        for (var page : pages(top).entrySet()) {
            var samples = times(() -> browser.millis(some(page.getValue())));
            reference = reference == 0 ? samples.percentile(50) : reference;
            print(page.getKey(), samples, reference);
        }
    }

    private String some(String path) {
        return path.formatted(1 + random.nextInt(COMMUNES));
    }

    private void programs(URI address, String token) throws Exception {
        var client = HttpClient.newHttpClient();
        var reference = times(() -> asked(client, address.resolve("/api/v1/units/VN"), token));
        print("API: one unit", reference, reference.percentile(50));
        for (var path : List.of("/api/v1/units?limit=100", "/api/v1/units?q=xa+moi+so+%d", "/api/v1/units?kind=TINH")) {
            var samples = times(() -> asked(client, address.resolve(some(path)), token));
            print("API: " + path.substring(path.indexOf('?')), samples, reference.percentile(50));
        }
    }

    private static double asked(HttpClient client, URI address, String token) throws Exception {
        var began = System.nanoTime();
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** One question and how long its answer took, in milliseconds. */
    private interface Question {
        double ask() throws Exception;
    }

    private static Samples times(Question question) throws Exception {
        var millis = new ArrayList<Double>();
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var took = question.ask();
            if (round >= WARM_UP) {
                millis.add(took);
            }
        }
        return new Samples(millis);
    }

    private static void print(String name, Samples samples, double reference) {
        System.out.printf(
                "%-44s %9.1f %9.1f %14.1f%n",
                name, samples.percentile(50), samples.percentile(99), samples.percentile(50) / reference);
    }

    private void plans(Path jar, Path data) throws Exception {
        try (var server = ServerUnderTest.start(jar, data, false)) {
            var browser = Browser.loggedIn(server.address(), HALF, PASSWORD);
            for (var page : List.of("/units?q=xa+moi+so+77", "/search?q=xa+so+77", "/people")) {
                browser.millis(page);
                var mark = Plans.mark(data);
                browser.millis(page);
                Plans.print(page, data, mark);
            }
        }
    }
}
