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
    static final String CHECKED = "TC17";

    private static final String LOGIN = "quoc.gia";
    private static final String PASSWORD = "mot cau de nho 2025";
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 200;

    private final int provinces;
    private final Random random = new Random(34);

    private Nation(int provinces) {
        this.provinces = provinces;
    }

    /** The program's jar, and the number of provinces: 34 make the whole country. */
    public static void main(String[] args) throws Exception {
        var provinces = args.length > 1 ? Integer.parseInt(args[1]) : 34;
        if (args.length > 2) {
            new Nation(provinces).run(Path.of(args[0]), Path.of(args[2]));
        } else {
            measure(Path.of(args[0]), provinces);
        }
    }

    static void measure(Path jar, int provinces) throws Exception {
        var data = Files.createTempDirectory("giaoban-nation-");
        try {
            new Nation(provinces).run(jar, data);
        } finally {
            new ProcessBuilder("rm", "-rf", data.toString()).start().waitFor();
        }
    }

    private void run(Path jar, Path data) throws Exception {
        tool(jar, data, "create-user", "--login", LOGIN, "--name", "Quốc gia", "--password", PASSWORD);
        try (var server = ServerUnderTest.start(jar, data, false)) {
            fill(data);
            NationSums.references(data, provinces);
        }
        System.out.println(tool(jar, data, "recount-figures"));
        try (var server = ServerUnderTest.start(jar, data, false)) {
            var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            check(browser, data);
            NationSums.statements(data);
            System.out.printf("%n%-52s %9s %9s%n", "answer over loopback, ms", "p50", "p99");
            pages(browser);
            System.out.printf("%nthe same beside %s%n", "writers");
            try (var writers = NationWriters.start(data)) {
                pages(browser);
            }
            check(browser, data);
        }
        plans(jar, data);
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
        try (var server = ServerUnderTest.start(jar, data, false)) {
            Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            Plans.record(data);
        }
        try (var server = ServerUnderTest.start(jar, data, false)) {
            var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            for (var page : List.of("/board/VN/2025-11", "/figures/VN/" + CHECKED + "/2025-11")) {
                browser.millis(page);
                var mark = Plans.mark(data);
                browser.millis(page);
                Plans.print(page, data, mark);
            }
        }
    }

    /** Runs the packaged program as a tool, and gives what it said. */
    private static String tool(Path jar, Path data, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-jar",
                jar.toString()));
        command.addAll(List.of(words));
        command.add("--giaoban.data=" + data);
        var output = data.resolve("nation.log");
        var code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        var said = Files.readString(output).strip();
        if (code != 0) {
            throw new IllegalStateException(said);
        }
        return said;
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
                    .replace("PROVINCES", String.valueOf(provinces)));
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
                    (long) provinces * COMMUNES_EACH * UNITS_EACH * INDICATORS * MONTHS,
                    (System.nanoTime() - began) / 1e9);
        }
    }

    private void pages(Browser browser) throws Exception {
        print("reference: my account", browser, () -> "/account");
        print("board of the country, year to date", browser, () -> "/board/VN/2025-" + month());
        print("board of any province", browser, () -> "/board/" + province() + "/2025-" + month());
        print("board of any commune", browser, () -> "/board/" + commune() + "/2025-" + month());
        print(
                "board of any unit",
                browser,
                () -> "/board/" + commune() + "-" + (1 + random.nextInt(UNITS_EACH)) + "/2025-" + month());
        print(
                "one indicator's months, country (passport)",
                browser,
                () -> "/figures/VN/" + CHECKED + "/2025-" + month());
    }

    private interface Address {
        String next();
    }

    private static void print(String name, Browser browser, Address path) throws Exception {
        var millis = new ArrayList<Double>();
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var took = browser.millis(path.next());
            if (round >= WARM_UP) {
                millis.add(took);
            }
        }
        var samples = new Samples(millis);
        System.out.printf("%-52s %9.1f %9.1f%n", name, samples.percentile(50), samples.percentile(99));
    }

    private String month() {
        return "%02d".formatted(1 + random.nextInt(MONTHS));
    }

    private String province() {
        return "VN-" + (1 + random.nextInt(provinces));
    }

    private String commune() {
        return province() + "-" + (1 + random.nextInt(COMMUNES_EACH));
    }
}
