package org.giaoban.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.ApiTokens;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Programs;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every example of the guide runs as it is printed, against the real server. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ApiGuideTest {

    private static final Path GUIDE =
            Files.isDirectory(Path.of("docs")) ? Path.of("docs/api.md") : Path.of("../docs/api.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @LocalServerPort
    private int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CurrentViewer viewer;

    @TempDir
    Path folder;

    @Test
    void theExamplesRun() throws Exception {
        var examples = examples();
        assertThat(examples).hasSizeGreaterThan(6);

        var run = run(String.join("\necho\n", examples));

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text())
                .contains(
                        "Bến Lam", "\"indicator\":\"TC17\"", "\"state\":\"DRAFT\"", "\"state\":\"EXECUTED\"", "UNDONE");
    }

    /** Negative control: an example that fails must be seen. */
    @Test
    void anExampleThatFailsIsSeen() throws Exception {
        var run = run("curl --fail-with-body -sS \"$SITE/api/v1/units/NOWHERE\" -H \"Authorization: Bearer $TOKEN\"");

        assertThat(run.code()).isNotZero();
        assertThat(run.text()).contains("urn:giaoban:problem:404");
    }

    private record Run(int code, String text) {}

    private Run run(String script) throws Exception {
        var file = Files.writeString(folder.resolve("examples.sh"), "set -eu\n" + script);
        var output = folder.resolve("output.txt");
        var process = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("SITE", "http://localhost:" + port);
        var token =
                new Programs(tokens, viewer).token(accounts.byLogin("quantri").orElseThrow());
        process.environment().put("TOKEN", token);
        var running = process.start();
        assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(running.exitValue(), Files.readString(output));
    }

    private static List<String> examples() throws IOException {
        var examples = new ArrayList<String>();
        var found = EXAMPLE.matcher(Files.readString(GUIDE));
        while (found.find()) {
            examples.add(found.group(1));
        }
        return examples;
    }
}
