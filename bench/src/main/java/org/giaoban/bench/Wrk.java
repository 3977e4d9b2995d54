package org.giaoban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code wrk} and {@code nginx}, where they are installed. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1000.0);
    private static final Pattern FAILED =
            Pattern.compile("(?:Non-2xx or 3xx responses:|connect|read|write|timeout) (\\d+)");

    private Wrk() {}

    static boolean here() {
        return Files.isExecutable(Path.of("/usr/bin/wrk"));
    }

    /** What readers side by side were answered: so many a second, 99 of 100 within so many milliseconds, and so many not well or not at all. */
    record Answered(double perSecond, double p99, long failed) {}

    /** Requests a second of sixteen readers; every answer must be a good one. */
    static double rate(String address, int seconds) throws IOException, InterruptedException {
        var answered = readers(address, 16, seconds);
        if (answered.failed() > 0) {
            throw new IllegalStateException(address + ": " + answered);
        }
        return answered.perSecond();
    }

    /** Each asks again as soon as he is answered. */
    static Answered readers(String address, int readers, int seconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "/usr/bin/wrk", "-t1", "-c" + readers, "-d" + seconds + "s", "--latency", address)
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var rate = RATE.matcher(told);
        var late = P99.matcher(told);
        if (!rate.find() || !late.find()) {
            throw new IllegalStateException(address + "\n" + told);
        }
        return new Answered(
                Double.parseDouble(rate.group(1)),
                Double.parseDouble(late.group(1)) * MILLIS.getOrDefault(late.group(2), 1.0),
                FAILED.matcher(told)
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum());
    }

    /** An nginx of one worker that serves a folder; empty where there is none. */
    static Optional<Process> nginx(Path folder, int port) throws IOException {
        var program = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx")).stream()
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var home = Files.createTempDirectory("giaoban-nginx-");
        var config = home.resolve("nginx.conf");
        Files.writeString(config, """
                user root root; daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log;
                events { worker_connections 512; }
                http { access_log off; sendfile on; tcp_nopush off; tcp_nodelay on; keepalive_requests 1000000; types { text/html html; }
                  client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                  server { listen 127.0.0.1:%2$d; root %3$s; } }
                """.formatted(home, port, folder));
        return Optional.of(new ProcessBuilder(program.get().toString(), "-p", home.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile())
                .start());
    }
}
