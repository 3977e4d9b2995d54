package org.giaoban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code wrk} and {@code nginx}, where they are installed. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private Wrk() {}

    static boolean here() {
        return Files.isExecutable(Path.of("/usr/bin/wrk"));
    }

    /** Requests a second on one connection's worth of generator threads. */
    static double rate(String address, int seconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder("/usr/bin/wrk", "-t1", "-c16", "-d" + seconds + "s", address)
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var rate = RATE.matcher(told);
        if (!rate.find() || FAILED.matcher(told).find()) {
            throw new IllegalStateException(address + "\n" + told);
        }
        return Double.parseDouble(rate.group(1));
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
