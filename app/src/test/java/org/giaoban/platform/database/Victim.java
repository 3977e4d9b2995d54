package org.giaoban.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program of its own with its PostgreSQL, both of which may be killed at any moment. */
final class Victim implements AutoCloseable {

    private static final int LAST_WORDS = 5;

    private final Path data;
    private final List<String> command;
    private Process program;

    Victim(Path data, String... kind) throws IOException {
        this.data = data;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(ServerInAnotherJvm.class.getName(), data.toString()));
        command.add(Path.of("target", "postgres").toAbsolutePath().toString());
        command.addAll(List.of(kind));
        program = begin();
    }

    private Process begin() throws IOException {
        var started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        if (said.readLine() == null) {
            throw new IllegalStateException("The program did not start");
        }
        return started;
    }

    PostgresAccess access() {
        return PostgresAccess.read(new PostgresHome(data.resolve("postgres"))).orElseThrow();
    }

    /** @param all its children too, at the same moment; alone they end by themselves when they look for it */
    void killPostgres(boolean all) throws IOException {
        postmaster().ifPresent(server -> kill(server, all));
    }

    static void kill(ProcessHandle server, boolean all) {
        var children = server.descendants().toList();
        server.destroyForcibly();
        if (all) {
            children.forEach(ProcessHandle::destroyForcibly);
            children.forEach(child -> child.onExit().join());
        }
        server.onExit().join();
    }

    void killProgram() throws InterruptedException {
        program.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        program = begin();
    }

    boolean serverLives() throws IOException {
        return postmaster().filter(ProcessHandle::isAlive).isPresent();
    }

    /** Its number stands in a file: it cannot be asked for when the disk is gone. */
    Optional<ProcessHandle> postmaster() throws IOException {
        try {
            var lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The end of the server's log. */
    String lastWords() throws IOException {
        var lines = Files.readAllLines(data.resolve("postgres/postgres.log"), StandardCharsets.ISO_8859_1);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        program.getOutputStream().close();
        program.waitFor();
    }
}
