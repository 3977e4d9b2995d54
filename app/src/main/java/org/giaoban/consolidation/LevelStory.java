package org.giaoban.consolidation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.giaoban.consolidation.ReportRow.Act;
import org.giaoban.consolidation.Sealed.Stamp;
import org.giaoban.consolidation.Sealed.Why;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes and sends the consolidated reports of a story, by {@code consolidated.csv}, at their moments. */
@Component
@Transactional
class LevelStory implements StoryPart {

    private static final int AFTER_RETURNS = 55;
    private static final String FILE = "consolidated.csv";

    private final Targeting targeting;
    private final LevelRepository reports;
    private final AsNowReader present;
    private final Sealing sealing;
    private final TreeMarks marks;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    LevelStory(
            Targeting targeting,
            LevelRepository reports,
            AsNowReader present,
            Sealing sealing,
            TreeMarks marks,
            Accounts accounts,
            CurrentViewer viewer) {
        this.targeting = targeting;
        this.reports = reports;
        this.present = present;
        this.sealing = sealing;
        this.marks = marks;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    @Override
    public int order() {
        return AFTER_RETURNS;
    }

    @Override
    public void load(Story story) {
        if (story.has(FILE)) {
            LocaleContextHolder.setLocale(Texts.VIETNAMESE);
            try {
                story.csv(FILE).forEach(this::send);
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        }
    }

    private void send(Map<String, String> row) {
        var login = row.getOrDefault("login", "");
        var sender = accounts.byLogin(login).flatMap(accounts::viewer).orElseThrow(() -> new NotFound(login));
        viewer.run(sender, () -> {
            var target = targeting.of(
                    row.getOrDefault("unit", ""), row.getOrDefault("form", ""), row.getOrDefault("period", ""));
            var held = reports.lock(target);
            if (held.version() == 0) {
                var at = OffsetDateTime.parse(row.getOrDefault("sent_at", "")).toInstant();
                var texts = Map.of("own", row.getOrDefault("own", ""));
                var sent = held.sent(new Act(at, sender.name()));
                reports.update(sent);
                reports.mark(sent.id(), marks.of(sent.unit(), target.period().lastDay()));
                var stamp = new Stamp(at, sender.account(), sender.name(), Why.SENT, null);
                sealing.seal(sent, null, present.of(target, List.of()), new Sealing.Wording(stamp, texts));
            }
        });
    }
}
