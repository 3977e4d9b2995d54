package org.giaoban.vault;

import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exchanges the keys from the command line; the server may go on running, and what is interrupted is resumed. */
@Component
@Command(
        name = "rotate-keys",
        mixinStandardHelpOptions = true,
        description = "Makes new keys and seals everything with them, or exchanges the master key alone.")
class RotateKeysCommand implements CliCommand {

    private final KeyRotation rotation;
    private final Actor actor;

    @Option(names = "--master", description = "Exchange only the master key in the key file")
    private boolean master;

    @Option(names = "--resume", description = "Make no new keys, finish what was interrupted")
    private boolean resume;

    @Option(names = "--alone", description = "No server runs: do not wait until it has seen the new keys")
    private boolean alone;

    RotateKeysCommand(KeyRotation rotation, Actor actor) {
        this.rotation = rotation;
        this.actor = actor;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (master) {
            actor.asSystem(this::exchangeMaster);
            return 0;
        }
        var renewed = resume ? 0 : rotation.renewKeys();
        if (renewed > 0 && !alone) {
            var seconds = PurposeKeys.REMEMBERED.plusSeconds(5);
            System.out.println(Texts.text("vault.cli.waiting", seconds.toSeconds()));
            Thread.sleep(seconds);
        }
        actor.asSystem(() -> {
            var rows = rotation.resealAll();
            rotation.told(renewed, rows);
            System.out.println(Texts.text("vault.cli.renewed", renewed, rows));
        });
        return 0;
    }

    private void exchangeMaster() {
        var changed = resume ? rotation.rewrap() : rotation.renewMaster();
        System.out.println(Texts.text("vault.cli.master", changed));
    }
}
