package org.giaoban.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    private final Checkpoints checkpoints;

    @Option(
            names = "--against",
            description = "File with checkpoints kept elsewhere; those of the installation's folder are read anyway")
    private @Nullable Path against;

    @Option(names = "--seal", description = "Write a signed checkpoint to this file; keep it on another machine")
    private @Nullable Path seal;

    VerifyAuditCommand(AuditCheck check, Checkpoints checkpoints) {
        this.check = check;
        this.checkpoints = checkpoints;
    }

    @Override
    public Integer call() throws IOException {
        var outside = against == null ? List.<Seal>of() : checkpoints.read(against);
        var seals = Stream.concat(outside.stream(), checkpoints.kept().stream()).toList();
        var began = System.nanoTime();
        var report = check.check(seals);
        var millis = (System.nanoTime() - began) / 1_000_000;
        report.broken().forEach(VerifyAuditCommand::print);
        if (!report.whole()) {
            System.out.println(Texts.text("audit.cli.broken", report.broken().size()));
            return 1;
        }
        System.out.println(
                Texts.text("audit.cli.whole", String.valueOf(report.lines()), String.valueOf(millis), seals.size()));
        if (seal != null) {
            Files.writeString(seal, checkpoints.make().text());
            System.out.println(Texts.text("audit.cli.sealed", seal, checkpoints.publicKey()));
        }
        return 0;
    }

    private static void print(AuditCheck.Broken broken) {
        var where = broken.id() == null ? "" : broken.id().toString();
        System.out.println(Texts.text(
                "audit.cli.fault." + broken.fault().name(), broken.shard(), String.valueOf(broken.position()), where));
    }
}
