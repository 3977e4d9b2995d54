package org.giaoban.indicators;

import java.util.HashSet;
import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** Makes all totals anew from what the units said; people go on reading the old ones until it is done. */
@Component
@Command(
        name = "recount-figures",
        mixinStandardHelpOptions = true,
        description = "Adds up all figures again from the units' own values.")
class RecountCommand implements CliCommand {

    private final CountingRound round;
    private final Actor actor;

    RecountCommand(CountingRound round, Actor actor) {
        this.round = round;
        this.actor = actor;
    }

    @Override
    public Integer call() {
        var years = new HashSet<Integer>();
        var began = System.nanoTime();
        actor.asSystem(() -> years.addAll(round.recount()));
        System.out.println(Texts.text(
                "indicators.recount.done",
                years.size(),
                String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9)));
        return 0;
    }
}
