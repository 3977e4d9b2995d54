package org.giaoban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The figures of a whole country: made from nothing, read at every height, and read while they are written. */
public final class Nation {

    static final int COMMUNES_EACH = 97;
    static final int UNITS_EACH = 16;
    static final int INDICATORS = 40;
    static final int MONTHS = 12;

    /** An indicator whose total is compared with a sum over all values. */
    static final String CHECKED = "TC20";

    private static final String LOGIN = "quoc.gia";
    private static final String PASSWORD = "mot cau de nho 2025";
    private static final int WARM_UP = 60;

    /** Between two pages of the reader beside the writers, in milliseconds. */
    private static final int PAUSE = 50;

    private static final int ROUNDS = 200;

    /** Of what is slow the first time and remembered then. */
    private static final int ONCE = 10;

    private final int provinces;
    private final Random random = new Random(34);

    private Nation(int provinces) {
        this.provinces = provinces;
    }

    /**
     * The program's jar, and the number of provinces: 34 make the whole country. With a third argument, a folder, the data
     * stay there, and what lies there already is only read.
     */
    public static void main(String[] args) throws Exception {
        var provinces = args.length > 1 ? Integer.parseInt(args[1]) : 34;
        if (args.length > 2) {
            new Nation(provinces).run(Path.of(args[0]), Path.of(args[2]));
        } else {
            measure(Path.of(args[0]), provinces);
        }
    }

    static void measure(Path jar, int provinces) throws Exception {
        try (var scratch = Scratch.of("nation")) {
            var data = scratch.folder();
            new Nation(provinces).run(jar, data);
        }
    }

    private void run(Path jar, Path data) throws Exception {
        if (!Files.exists(data.resolve("postgres"))) {
            make(jar, data);
        }
        read(jar, data);
        plans(jar, data);
    }

    private void make(Path jar, Path data) throws Exception {
        NationFile.tool(jar, data, "create-user", "--login", LOGIN, "--name", "Quốc gia", "--password", PASSWORD);
        try (var server = ServerUnderTest.start(jar, data, false)) {
            fill(data);
            Database.passwordsAlone(data);
            Sheet40.publish(data);
        }
        NationFile.take(jar, data, provinces);
        NationSums.References references;
        NationDesigns.Measured other;
        double counted;
        try (var server = ServerUnderTest.start(jar, data, false)) {
            counted = catchUp(server, data);
            NationSums.rows(data);
            references = NationSums.references(data, provinces);
            other = NationDesigns.measure(data);
            NationSums.forget(data);
        }
        var recounted = NationFile.tool(jar, data, "recount-figures");
        compare(references, other, counted, recounted);
    }

    private void read(Path jar, Path data) throws Exception {
        try (var server = ServerUnderTest.ofCountry(jar, data)) {
            var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            check(browser, data);
            NationSums.statements(data);
            var pages = new NationPages(browser, provinces);
            pages.warmUp(server, 0);
            System.out.printf("%n%-52s %9s %9s%n", "answer over loopback, ms", "p50", "p99");
            pages.measure(0);
            try (var writers = NationWriters.start(data)) {
                pages.warmUp(server, PAUSE);
                writers.measured();
                System.out.printf("%nthe same beside writers, %d pages a second at most%n", 1000 / PAUSE);
                pages.measure(PAUSE);
            }
            check(browser, data);
            changeTree(browser, data);
        }
    }

    /** How long a changed return takes to be counted while nothing else happens, in milliseconds of both processors. */
    private static double catchUp(ServerUnderTest server, Path data) throws Exception {
        try (var connection = Database.open(data)) {
            var before = Spent.sofar(server.process());
            var began = System.nanoTime();
            var waiting = number(connection, "select count(*) from indicators.uncounted");
            while (number(connection, "select count(*) from indicators.uncounted") > 0) {
                Thread.sleep(100);
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            var spent = Spent.sofar(server.process()).since(before);
            System.out.printf(
                    "%ncounting what came: %,d returns in %.1f s, %,.0f a second; %s%n",
                    waiting, seconds, waiting / seconds, spent.each(Math.toIntExact(Math.max(1, waiting))));
            return (spent.program() + spent.database()) * 1e3 / Math.max(1, waiting);
        }
    }

    private static long number(java.sql.Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void compare(
            NationSums.References references, NationDesigns.Measured other, double counted, String recounted) {
        System.out.println(recounted);
        var seconds = NationFile.number(recounted, "trong ([0-9.,]+) giây");
        var values = (double) provinces * COMMUNES_EACH * UNITS_EACH * INDICATORS * MONTHS;
        System.out.printf(
                "all totals from nothing: %.1f s, %,.0f values/s; %.1f times one GROUP BY over the raw rows (%.1f s),"
                        + " %,.0f times bare numbers in Java (%.3f s)%n",
                seconds,
                values / seconds,
                seconds / references.groupBy(),
                references.groupBy(),
                seconds / references.bare(),
                references.bare());
        System.out.printf(
                "the two designs, ours / differences by statement: from nothing %.1f / %.1f s; a changed return %.2f / %.2f ms%n",
                seconds, other.rebuild(), counted, other.perReturn());
    }

    /** A commune goes to another province: from then on the past by today's tree is added up unit by unit. */
    private void changeTree(Browser browser, Path data) throws Exception {
        print("three free months of the country, first time", browser, () -> stretch("VN"), ONCE);
        print("three free months of the country", browser, () -> "/figures/VN/2025-04..2025-07");
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            if (number(connection, "select count(*) from organization.unit_version where lower(valid) = '2026-01-01'")
                    == 0) {
                statement.execute("""
                    update organization.unit_version set valid = daterange(lower(valid), '2026-01-01')
                    where unit_id = (select id from organization.unit where code = 'VN-1-1');
                    insert into organization.unit_version (unit_id, valid, name, short_name, kind, parent_unit_id, basis)
                    select unit_id, daterange('2026-01-01', null), name, short_name, kind,
                        (select id from organization.unit where code = 'VN-2'), basis
                    from organization.unit_version where unit_id = (select id from organization.unit where code = 'VN-1-1');
                    with number as (
                        update organization.tree_state set version = nextval('organization.tree_version') returning version
                    )
                    insert into organization.unit_change (unit_id, version)
                    select u.id, version from organization.unit u, number where u.code = 'VN-1-1'
                    on conflict (unit_id) do update set version = excluded.version""");
            }
        }
        var first = browser.millis("/figures/VN/2025-11?tree=today");
        System.out.printf(
                "after a commune changed its province: the country's past by today's tree, first time %.0f ms%n",
                first);
        print(
                "the country by today's tree, another month",
                browser,
                () -> "/figures/VN/2025-" + month() + "?tree=today",
                ONCE);
        print("the country by today's tree, seen before", browser, () -> "/figures/VN/2025-11?tree=today");
        print("who has reported, country", browser, () -> "/returns/completeness?unit=VN&period=2025-12");
    }

    private String stretch(String unit) {
        var from = 2 + random.nextInt(5);
        return "/figures/" + unit + "/2025-%02d..2025-%02d".formatted(from, from + 3);
    }

    /** What the country's page shows is what its units said, added up by a statement. */
    private static void check(Browser browser, Path data) throws Exception {
        try (var connection = Database.open(data)) {
            for (var month = 1; month <= MONTHS; month++) {
                var said = NationSums.said(connection, 202500 + month);
                var page = browser.body("/figures/VN/" + CHECKED + "/2025-%02d".formatted(month));
                var shown = java.text.NumberFormat.getInstance(java.util.Locale.forLanguageTag("vi"))
                        .format(said);
                if (!page.contains(">" + shown + "<")) {
                    throw new IllegalStateException("Month " + month + ": the page does not show " + shown);
                }
            }
        }
        System.out.println("the country's " + MONTHS + " months of " + CHECKED + " are exactly what its units said");
    }

    private void plans(Path jar, Path data) throws Exception {
        try (var server = ServerUnderTest.ofCountry(jar, data)) {
            Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            Plans.record(data);
        }
        try (var server = ServerUnderTest.ofCountry(jar, data)) {
            var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            for (var page : List.of("/board/VN/2025-11", "/figures/VN/" + CHECKED + "/2025-11")) {
                browser.millis(page);
                var mark = Plans.mark(data);
                browser.millis(page);
                Plans.print(page, data, mark);
            }
        }
    }

    /** Plants the tree, and everything its units said. */
    private void fill(Path data) throws IOException, SQLException {
        try (var in = Nation.class.getResourceAsStream("nation.sql");
                var connection = Database.open(data);
                var statement = connection.createStatement()) {
            if (in == null) {
                throw new IllegalStateException("nation.sql is missing");
            }
            var began = System.nanoTime();
            connection.setAutoCommit(false);
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PROVINCES", String.valueOf(provinces))
                    .replace("CODES", String.join(",", Sheet40.CODES)));
            statement.execute("""
                    insert into access.granted_right (id, account_id, role, unit_id, reach, from_on, given_at, giver_account_id)
                    select uuidv7(), a.id, 'administrator', v.id, 'BELOW', '2020-01-01', now(), a.id
                    from identity.account a, organization.unit v where a.login = '%s' and v.code = 'VN'""".formatted(LOGIN));
            statement.execute("update identity.account set must_change_password = false where login = '" + LOGIN + "'");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
            System.out.printf(
                    "%na country: %d provinces, %,d communes, %,d units, %,d values, planted in %.0f s%n",
                    provinces,
                    provinces * COMMUNES_EACH,
                    provinces * COMMUNES_EACH * UNITS_EACH,
                    (long) provinces * COMMUNES_EACH * UNITS_EACH * INDICATORS * (MONTHS - 1),
                    (System.nanoTime() - began) / 1e9);
        }
    }

    private interface Address {
        String next();
    }

    private static void print(String name, Browser browser, Address path) throws Exception {
        print(name, browser, path, ROUNDS);
    }

    private static void print(String name, Browser browser, Address path, int rounds) throws Exception {
        var millis = new ArrayList<Double>();
        var first = rounds == ROUNDS ? WARM_UP : 0;
        for (var round = 0; round < first + rounds; round++) {
            var took = browser.millis(path.next());
            if (round >= first) {
                millis.add(took);
            }
        }
        var samples = new Samples(millis);
        System.out.printf("%-52s %9.1f %9.1f%n", name, samples.percentile(50), samples.percentile(99));
    }

    private String month() {
        return "%02d".formatted(1 + random.nextInt(MONTHS));
    }
}
