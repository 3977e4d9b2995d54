package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A reorganisation of a whole country's size: the table, carried out by the packaged tool, and the pages of the tree after it. */
final class Country {

    private static final int PROVINCES = 63;
    private static final int NEW_PROVINCES = 34;
    private static final int DISTRICTS_EACH = 11;
    private static final int COMMUNES_EACH = 15;
    private static final int COMMUNES_INTO_ONE = 3;
    private static final int ONE_IN_SO_MANY_SPLIT = 12;
    private static final int ROUNDS = 400;
    private static final int WARM_UP = 100;
    private static final double LONGEST_SECONDS = 60;
    private static final double LONGEST_SUBTREE = 20;
    private static final double LONGEST_LINEAGE = 50;
    private static final String LOGIN = "quoc.gia";
    private static final String PASSWORD = "mot cau de nho 2025";

    private final Random random = new Random(2025);
    private final List<String> oldCommunes = new ArrayList<>();
    private final List<String> newCommunes = new ArrayList<>();
    private int rows;

    static void measure(Path jar) throws Exception {
        try (var scratch = Scratch.of("country")) {
            var data = scratch.folder();
            new Country().run(jar, data);
        }
    }

    private void run(Path jar, Path data) throws Exception {
        var table = Files.writeString(data.resolve("country.csv"), table());
        System.out.printf(
                "%na country: %,d old units and %,d communes after, %,d rows%n",
                PROVINCES * (1 + DISTRICTS_EACH) + oldCommunes.size(), newCommunes.size(), rows);
        Tool.run(jar, data, "create-user", "--login", LOGIN, "--name", "Quốc gia", "--password", PASSWORD);
        var seconds = Tool.run(jar, data, "import-reorganisation", table.toString());
        var again = Tool.run(jar, data, "import-reorganisation", table.toString());
        var start = Tool.run(jar, data, "create-user", "--login", LOGIN, "--name", "Quốc gia", "--password", PASSWORD);
        System.out.printf(
                "import and execute %.1f s, again %.1f s, both beyond the %.1f s of starting and stopping; goal <= %.0f s%n",
                seconds - start, again - start, start, LONGEST_SECONDS);
        try (var server = ServerUnderTest.start(jar, data, false)) {
            grant(data);
            pages(server);
        }
        CountryReader.measure(jar, data);
        plans(jar, data);
    }

    /** The account is at home in one province and so in the communes and districts it came from. */
    private static void grant(Path data) throws IOException, SQLException {
        Database.passwordsAlone(data);
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into access.granted_right (id, account_id, role, unit_id, reach, from_on, given_at, giver_account_id)
                    select uuidv7(), a.id, 'administrator', v.id, 'BELOW', '2020-01-01', now(), a.id
                    from identity.account a, organization.unit v
                    where a.login = '%s' and v.code = 'VN-T1'""".formatted(LOGIN));
            statement.execute("update identity.account set must_change_password = false where login = '" + LOGIN + "'");
            try (var counts = statement.executeQuery(
                    "select (select count(*) from organization.unit), "
                            + "(select count(*) from organization.unit_version), (select count(*) from organization.succession)")) {
                counts.next();
                System.out.printf(
                        "%,d units, %,d versions, %,d successions%n",
                        counts.getInt(1), counts.getInt(2), counts.getInt(3));
            }
        }
    }

    private void pages(ServerUnderTest server) throws Exception {
        var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
        System.out.printf("%n%-44s %9s %9s%n", "answer over loopback, ms", "p50", "p99");
        var reference = times(browser, () -> "/account");
        print("reference: my account", reference);
        var subtree = times(browser, () -> "/units/VN-T1/chart?on=" + day());
        print("org chart of a province, any day", subtree);
        var unit = times(browser, () -> "/units/" + any() + "?on=" + day());
        print("a unit on any day", unit);
        var lineage = times(browser, () -> "/units/" + any() + "?tab=lineage");
        print("lineage of a unit", lineage);
        System.out.printf(
                "goals: subtree p99 <= %.0f ms beyond the reference, measured %.1f; lineage p99 <= %.0f ms, measured %.1f%n",
                LONGEST_SUBTREE,
                subtree.percentile(99) - reference.percentile(99),
                LONGEST_LINEAGE,
                lineage.percentile(99));
    }

    private static void print(String name, Samples samples) {
        System.out.printf("%-44s %9.1f %9.1f%n", name, samples.percentile(50), samples.percentile(99));
    }

    private interface Address {
        String next();
    }

    private static Samples times(Browser browser, Address path) throws Exception {
        var millis = new ArrayList<Double>();
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var took = browser.millis(path.next());
            if (round >= WARM_UP) {
                millis.add(took);
            }
        }
        return new Samples(millis);
    }

    private String any() {
        var all = random.nextBoolean() ? oldCommunes : newCommunes;
        var ofOne = DISTRICTS_EACH * COMMUNES_EACH / (all == newCommunes ? COMMUNES_INTO_ONE : 1);
        return all.get(random.nextInt(ofOne));
    }

    private String day() {
        return random.nextBoolean() ? "2025-06-30" : "2025-07-01";
    }

    private void plans(Path jar, Path data) throws Exception {
        try (var server = ServerUnderTest.start(jar, data, false)) {
            Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            Plans.record(data);
        }
        try (var server = ServerUnderTest.start(jar, data, false)) {
            var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            for (var page : List.of("/units/VN-T1/chart?on=2025-06-30", "/units/" + any() + "?tab=lineage")) {
                browser.millis(page);
                var mark = Plans.mark(data);
                browser.millis(page);
                Plans.print(page, data, mark);
            }
        }
    }

    private String table() {
        var text = new StringBuilder(
                "old_province_id,old_province,old_district_id,old_district,old_commune_id,old_commune,"
                        + "new_commune_id,new_commune,new_province_id,new_province\n");
        for (var province = 1; province <= PROVINCES; province++) {
            var later = 1 + (province - 1) % NEW_PROVINCES;
            var first = newCommunes.size();
            for (var district = 1; district <= DISTRICTS_EACH; district++) {
                for (var commune = 1; commune <= COMMUNES_EACH; commune++) {
                    commune(text, new int[] {province, later, district, commune, first});
                }
            }
        }
        return text.toString();
    }

    private void commune(StringBuilder text, int[] at) {
        var district = at[0] * 100 + at[2];
        var id = district * 100 + at[3];
        oldCommunes.add("VN-X" + id);
        var place = at[4] + ((at[2] - 1) * COMMUNES_EACH + at[3] - 1) / COMMUNES_INTO_ONE;
        row(text, at, district, id, place);
        if (random.nextInt(ONE_IN_SO_MANY_SPLIT) == 0 && place > at[4]) {
            row(text, at, district, id, place - 1);
        }
    }

    private void row(StringBuilder text, int[] at, int district, int id, int later) {
        rows++;
        while (newCommunes.size() <= later) {
            newCommunes.add("VN-C" + (newCommunes.size() + 1));
        }
        text.append("%d,Tỉnh số %d,%d,Huyện số %d,%d,Xã số %d,%d,Xã mới số %d,%d,Tỉnh số %d%n"
                .formatted(at[0], at[0], district, district, id, id, later + 1, later + 1, at[1], at[1]));
    }
}
