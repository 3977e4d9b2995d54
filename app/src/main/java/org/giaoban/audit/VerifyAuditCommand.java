package org.giaoban.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves the log whole from the command line, or names the first broken line of each broken chain. */
@Component
@Command(
        name = "verify-audit",
        mixinStandardHelpOptions = true,
        description = "Recomputes the whole audit log. Exit code 1 when it was tampered with.")
class VerifyAuditCommand implements CliCommand {

    private final AuditCheck check;

    @Option(names = "--against", description = "File with seals written earlier; proves that nothing was cut off since")
    private @Nullable Path against;

    @Option(names = "--seal", description = "Write the present seals to this file; keep it on another machine")
    private @Nullable Path seal;

    VerifyAuditCommand(AuditCheck check) {
        this.check = check;
    }

    @Override
    public Integer call() throws IOException {
        var seals = against == null
                ? List.<Seal>of()
                : Files.readAllLines(against).stream().map(Seal::parse).toList();
        var report = check.check(seals);
        for (var broken : report.broken()) {
            var where = broken.id() == null ? "" : broken.id().toString();
            System.out.println(Texts.text(
                    "audit.cli.fault." + broken.fault().name(),
                    broken.shard(),
                    String.valueOf(broken.position()),
                    where));
        }
        if (!report.whole()) {
            System.out.println(Texts.text("audit.cli.broken", report.broken().size()));
            return 1;
        }
        System.out.println(Texts.text("audit.cli.whole", String.valueOf(report.lines())));
        if (seal != null) {
            Files.write(seal, check.seal().stream().map(Seal::line).toList());
            System.out.println(Texts.text("audit.cli.sealed", seal));
        }
        return 0;
    }
}
