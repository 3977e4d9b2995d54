package org.giaoban.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, started in a process of its own as an operator does. */
final class ServerUnderTest implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String HEAP = "768m";

    /** As the operators' guide has it for a whole country. */
    private static final List<String> FOR_A_COUNTRY = List.of("-Xms2g", "-Xmx2g", "-XX:+UseZGC");

    private final Process process;
    private final URI address;
    private final double secondsToLogIn;
    private final double secondsToReady;

    private ServerUnderTest(Process process, URI address, double secondsToLogIn, double secondsToReady) {
        this.process = process;
        this.address = address;
        this.secondsToLogIn = secondsToLogIn;
        this.secondsToReady = secondsToReady;
    }

    /** Starts, and waits until the log-in page answers and all that happens at a start has happened. */
    static ServerUnderTest start(Path jar, Path data) throws IOException, InterruptedException {
        return start(jar, data, true);
    }

    static ServerUnderTest start(Path jar, Path data, boolean demo) throws IOException, InterruptedException {
        return start(jar, data, How.with("--giaoban.demo=" + demo), freePort());
    }

    /** With the demonstration and some settings. */
    static ServerUnderTest start(Path jar, Path data, String... settings) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(settings));
        all.add("--giaoban.demo=true");
        return start(jar, data, How.with(all.toArray(String[]::new)), freePort());
    }

    /** With the demonstration, and more words for Java. */
    static ServerUnderTest withOptions(Path jar, Path data, List<String> options)
            throws IOException, InterruptedException {
        return start(jar, data, new How(List.of(), options, List.of("--giaoban.demo=true")), freePort());
    }

    /** Again and again at the address where others look for it: soon there rather than fast, and without the demonstration. */
    static ServerUnderTest soon(Path jar, Path data, int port) throws IOException, InterruptedException {
        var soon = new How(List.of(), List.of("-XX:TieredStopAtLevel=1"), List.of("--giaoban.demo=false"));
        return start(jar, data, soon, port);
    }

    /** With a folder of files beside our own. */
    static ServerUnderTest serving(Path jar, Path data, Path folder, boolean demo)
            throws IOException, InterruptedException {
        var places = "classpath:/META-INF/resources/,classpath:/static/,file:" + folder + "/";
        var how = How.with("--giaoban.demo=" + demo, "--spring.web.resources.static-locations=" + places);
        return start(jar, data, how, freePort());
    }

    /** With the memory a whole country wants, and without the demonstration. */
    static ServerUnderTest ofCountry(Path jar, Path data) throws IOException, InterruptedException {
        var settings = List.of("--giaoban.demo=false", "--giaoban.database.memory=1GB");
        var how = new How(List.of(), FOR_A_COUNTRY, settings);
        return start(jar, data, how, freePort());
    }

    /** With one processor for the program and its database, believing the sender's address as behind a proxy. */
    static ServerUnderTest onOneProcessor(Path jar, Path data) throws IOException, InterruptedException {
        var settings = List.of("--giaoban.demo=true", "--server.forward-headers-strategy=native");
        return start(jar, data, new How(List.of("taskset", "-c", "0"), List.of(), settings), freePort());
    }

    /** What stands on the command line before and behind the program, and its settings. */
    private record How(List<String> before, List<String> options, List<String> settings) {

        static How with(String... settings) {
            return new How(List.of(), List.of(), List.of(settings));
        }
    }

    private static ServerUnderTest start(Path jar, Path data, How how, int port)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        var output = data.resolve("bench.log");
        var command = new ArrayList<>(how.before());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + HEAP);
        command.addAll(how.options());
        command.addAll(List.of("-jar", jar.toString(), "serve"));
        command.addAll(List.of("--server.port=" + port, "--giaoban.data=" + data));
        command.addAll(how.settings());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var address = URI.create("http://127.0.0.1:" + port);
        awaitLogIn(process, output, address, began);
        var secondsToLogIn = (System.nanoTime() - began) / 1e9;
        awaitReady(process, output, began);
        return new ServerUnderTest(process, address, secondsToLogIn, (System.nanoTime() - began) / 1e9);
    }

    private static void awaitReady(Process process, Path output, long began) throws IOException, InterruptedException {
        while (!Files.readString(output).contains("Giao Ban is ready")) {
            if (!process.isAlive() || System.nanoTime() - began > LONGEST.toNanos()) {
                process.destroy();
                throw new IllegalStateException("The server did not become ready:\n" + Files.readString(output));
            }
            Thread.sleep(20);
        }
    }

    private static void awaitLogIn(Process process, Path output, URI address, long began)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve("/login")).build();
            while (process.isAlive() && System.nanoTime() - began < LONGEST.toNanos()) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    Thread.sleep(20); // not listening yet
                }
            }
        }
        process.destroy();
        throw new IllegalStateException("The server did not start:\n" + Files.readString(output));
    }

    URI address() {
        return address;
    }

    double secondsToLogIn() {
        return secondsToLogIn;
    }

    /** What the program has used of the processors so far; unlike the clock it does not see other programs' load. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** As a power cut would end it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
