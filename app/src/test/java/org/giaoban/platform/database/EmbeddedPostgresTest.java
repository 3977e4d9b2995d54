package org.giaoban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.platform.database.LaunchSettings.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class EmbeddedPostgresTest {

    @TempDir
    static Path binaries;

    @TempDir
    Path data;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void stopWhatWasStarted() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void keepsDataPortAndPasswordsOverARestart() throws Exception {
        var first = start(data);
        execute(first, "create table kept (what text)", "insert into kept values ('đã lưu')");
        first.close();
        var second = start(data);

        assertThat(value(second, "select what from kept")).isEqualTo("đã lưu");
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(second.password()).isEqualTo(first.password()).hasSizeGreaterThan(30);
        assertThat(second.attached()).isFalse();
    }

    @Test
    void aCopyOfAStoppedDirectoryIsABackup(@TempDir Path elsewhere) throws Exception {
        var original = start(data);
        execute(original, "create table kept as select 'đã lưu' as what");
        original.close();
        var copy = elsewhere.resolve("data");
        var copied = new ProcessBuilder("cp", "-a", data.toString(), copy.toString()).start();
        assertThat(copied.waitFor()).isZero();
        start(data);

        assertThat(value(start(copy), "select what from kept")).isEqualTo("đã lưu");
    }

    @Test
    void isDurablePrivateAndVietnamese() throws Exception {
        var postgres = start(data);

        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(value(postgres, "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(value(postgres, "select datlocale from pg_database where datname = current_database()"))
                .isEqualTo("vi-VN");
        assertThat(value(
                        postgres,
                        "select string_agg(w, ' ' order by w) from unnest('{Đa,Da,Ân,An,Ạnh,Anh}'::text[]) w"))
                .isEqualTo("An Anh Ạnh Ân Da Đa");
        assertThat(value(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "guess"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void filesAreClosedToOthers() throws Exception {
        start(data);
        var home = data.toRealPath().resolve("postgres");

        assertThat(mode(home.resolve("cluster"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve("run"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve("access.properties"))).isEqualTo("rw-------");
        assertThat(mode(home.resolve("postgres.log"))).isEqualTo("rw-------");
        assertThat(home.resolve("run")).isDirectoryContaining("glob:**.s.PGSQL.*");
    }

    @Test
    void acknowledgedRowsSurviveAKilledServer() throws Exception {
        var postgres = start(data);
        execute(postgres, "create table kept (id bigint)");
        var acknowledged = 0;
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var insert = connection.createStatement()) {
            while (acknowledged < 200) {
                insert.execute("insert into kept values (" + ++acknowledged + ")");
            }
            kill(postgres.pid().orElseThrow());
        }
        postgres.close();

        assertThat(value(start(data), "select count(*) from kept")).isEqualTo("200");
    }

    @Test
    void aPidFileThatNamesAForeignProcessIsStale() throws Exception {
        start(data).close();
        var foreign = new ProcessBuilder("sleep", "60").start();
        opened.add(foreign::destroyForcibly);
        writePidFile(foreign.pid());

        assertThat(value(start(data), "select 1")).isEqualTo("1");
        assertThat(foreign.isAlive()).isTrue();
    }

    @Test
    void aPidFileThatNamesAZombieIsStale() throws Exception {
        start(data).close();
        // The shell's child ends at once and is never waited for, as after a kill where nothing reaps.
        var parent = new ProcessBuilder("sh", "-c", "sh -c 'echo $$' & exec sleep 60").start();
        opened.add(parent::destroyForcibly);
        var zombie = Long.parseLong(new BufferedReader(new InputStreamReader(parent.getInputStream())).readLine());
        eventually(() -> Files.readString(Path.of("/proc/" + zombie + "/stat")).contains(") Z "));
        writePidFile(zombie);

        assertThat(value(start(data), "select 1")).isEqualTo("1");
    }

    @Test
    void aPidFileThatNamesNobodyIsStale() throws Exception {
        start(data).close();
        writePidFile(4_000_000);

        assertThat(value(start(data), "select 1")).isEqualTo("1");
    }

    @Test
    void aSocketsLockThatNamesAForeignProcessIsStale() throws Exception {
        start(data).close();
        var foreign = new ProcessBuilder("sleep", "60").start();
        opened.add(foreign::destroyForcibly);
        var port = PostgresAccess.read(PostgresHome.below(data)).orElseThrow().port();
        var home = data.toRealPath().resolve("postgres");
        Files.writeString(
                home.resolve("run/.s.PGSQL.%d.lock".formatted(port)),
                foreign.pid() + "\n" + home.resolve("cluster") + "\n1\n" + port + "\n" + home.resolve("run") + "\n");

        assertThat(value(start(data), "select 1")).isEqualTo("1");
        assertThat(foreign.isAlive()).isTrue();
    }

    @Test
    void attachesToTheLiveServerOfAnotherProcessAndLeavesItRunning() throws Exception {
        var other = serverInAnotherJvm();
        var attached = start(data);

        assertThat(attached.attached()).isTrue();
        execute(attached, "create table seen ()");
        attached.close();
        assertThat(running(other.pid)).isTrue();
        assertThat(value(start(data), "select count(*) from seen")).isEqualTo("0");
    }

    @Test
    void waitsForItsTurnWhenItMustOwnTheServer() throws Exception {
        var other = serverInAnotherJvm();
        var own = settings().withSharing(Sharing.OWN);

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, own.withPatience(Duration.ofMillis(300))))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("Another process");
        other.process.getOutputStream().close();
        var postgres = keep(EmbeddedPostgres.start(data, own));
        assertThat(postgres.attached()).isFalse();
    }

    @Test
    void noServerOutlivesAKilledJvm() throws Exception {
        var other = serverInAnotherJvm();

        other.process.destroyForcibly().waitFor();

        eventually(() -> !running(other.pid));
        assertThat(start(data).attached()).isFalse();
    }

    @Test
    void startsAtOnceAfterAKilledJvm() throws Exception {
        var other = serverInAnotherJvm();
        other.process.destroyForcibly().waitFor();

        var postgres = start(data);

        assertThat(postgres.attached()).isFalse();
        assertThat(value(postgres, "select 1")).isEqualTo("1");
        assertThat(running(other.pid)).isFalse();
    }

    @Test
    void neverTalksToTheServerOfAnotherDirectory(@TempDir Path otherData) throws Exception {
        var other = start(otherData);
        start(data).close();
        var home = PostgresHome.below(data);
        var mine = PostgresAccess.read(home).orElseThrow();
        new PostgresAccess(other.port(), other.superuserPassword(), mine.ownerPassword()).write(home);

        assertThat(ServerConnection.isOurs(PostgresAccess.read(home).orElseThrow(), home))
                .isFalse();

        mine.on(other.port()).write(home);
        var postgres = start(data);
        assertThat(postgres.port()).isNotEqualTo(other.port());
        assertThat(value(postgres, "select 1")).isEqualTo("1");
    }

    @Test
    void aTakenPortThatWasAskedForIsRefusedAtOnce() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, settings().withPort(taken.getLocalPort())))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another program uses port");
        }
        assertThat(value(start(data), "select 1")).isEqualTo("1");
    }

    @Test
    void aWrongPasswordFileIsNamed() throws Exception {
        start(data).close();
        var home = PostgresHome.below(data);
        PostgresAccess.fresh().write(home);

        assertThatThrownBy(() -> start(data))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("access.properties");
    }

    @Test
    void dataOfAnotherMajorVersionIsLeftAlone() throws Exception {
        start(data).close();
        var version = data.resolve("postgres/cluster/PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(() -> start(data))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("PostgreSQL 17");
    }

    @Test
    void takesTheMemoryItIsGiven() throws Exception {
        assertThat(value(start(data), "show shared_buffers")).isEqualTo("256MB");
        opened.getLast().close();
        var larger = EmbeddedPostgres.start(data, settings().withMemory(DataSize.ofMegabytes(300)));

        assertThat(value(keep(larger), "show shared_buffers")).isEqualTo("300MB");
    }

    @Test
    void testModeGivesUpDurabilityOnly() throws Exception {
        var postgres = keep(EmbeddedPostgres.start(data, settings().throwAway()));

        assertThat(value(postgres, "show fsync")).isEqualTo("off");
        assertThat(value(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
    }

    @Test
    void aServerForTestsLeavesNoFilesBehindWhenItsJvmIsKilled() throws Exception {
        var other = serverInAnotherJvm(ServerInAnotherJvm.FOR_TESTS);

        other.process.destroyForcibly().waitFor();

        eventually(() -> Files.notExists(data));
    }

    @Test
    void aShellWatchesWhereTheKernelCannot() throws Exception {
        start(data).close();
        var home = PostgresHome.below(data);
        var program = PostgresBinaries.unpackedBelow(binaries).program("postgres");
        var usual = RunAs.choose(program, home);
        var quiet = new RunAs(withoutParentDeath(usual.prefix()), usual.owner(), false);
        var process = ServerProcess.start(
                quiet, List.of(program.toString(), "-D", home.cluster().toString()), home);

        eventually(() -> Files.exists(home.pidFile()));
        assertThat(process.alive()).isTrue();
        process.letGo();

        eventually(() -> !process.alive());
        assertThat(home.pidFile()).doesNotExist();
    }

    private static List<String> withoutParentDeath(List<String> prefix) {
        var kept = new ArrayList<>(prefix);
        var at = kept.indexOf("--pdeathsig");
        kept.subList(at, at + 2).clear();
        return kept;
    }

    /** A directory nobody else may enter leaves only a user namespace to the superuser; an open one is the usual case. */
    @Test
    void neverRunsAsRoot() throws Exception {
        PostgresHome.letPass(data);
        PostgresHome.letPass(binaries);
        var postgres = start(data);

        var status = Files.readString(Path.of("/proc/" + postgres.pid().orElseThrow() + "/status"));
        assertThat(status).containsPattern("CapEff:\\s+0{16}\n").doesNotContainPattern("Uid:\\s+0\\s");
        execute(postgres, "create table kept as select 1 as one");
        postgres.close();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        assertThat(value(start(data), "select one from kept")).isEqualTo("1");
    }

    @Test
    void ctrlCReachesTheApplicationFirst() throws Exception {
        var pid = start(data).pid().orElseThrow();
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var session = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];

        assertThat(session).isEqualTo(Long.toString(pid));
    }

    private LaunchSettings settings() {
        return LaunchSettings.standard().withBinaries(binaries);
    }

    private EmbeddedPostgres start(Path directory) {
        return keep(EmbeddedPostgres.start(directory, settings()));
    }

    private EmbeddedPostgres keep(EmbeddedPostgres postgres) {
        opened.add(postgres);
        return postgres;
    }

    private record Other(Process process, long pid) {}

    private Other serverInAnotherJvm(String... more) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ServerInAnotherJvm.class.getName(), data.toString(), binaries.toString()));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        opened.add(process::destroyForcibly);
        var line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        var other = new Other(process, Long.parseLong(line));
        var cluster = data.toRealPath().resolve("postgres/cluster");
        opened.add(() -> {
            process.destroyForcibly().waitFor();
            eventually(() -> !LeftoverServer.serves(other.pid, cluster));
        });
        return other;
    }

    private void writePidFile(long pid) throws IOException {
        var file = data.resolve("postgres/cluster/postmaster.pid");
        Files.writeString(
                file, pid + "\n" + data.toRealPath().resolve("postgres/cluster") + "\n1\n5432\n\n127.0.0.1\n");
    }

    private boolean running(long pid) throws IOException {
        return LeftoverServer.serves(pid, data.toRealPath().resolve("postgres/cluster"));
    }

    private static void kill(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private interface Check {
        boolean holds() throws IOException;
    }

    private static void eventually(Check check) throws IOException, InterruptedException {
        for (var left = 200; left > 0 && !check.holds(); left--) {
            Thread.sleep(50);
        }
        assertThat(check.holds()).isTrue();
    }
}
