package org.giaoban.reporting;

import java.time.Instant;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in one line where a return stands and who moved it there. */
@Component
class StateLine {

    private final Accounts accounts;
    private final Acting acting;

    StateLine(Accounts accounts, Acting acting) {
        this.acting = acting;
        this.accounts = accounts;
    }

    ReturnPage.State of(ReturnDesk.Laid laid) {
        var row = laid.row().orElse(null);
        var state = row == null || row.version() == 0 ? ReturnState.MISSING : row.state();
        var dueOn = row == null ? laid.key().dueOn() : row.dueOn();
        int late = ReturnRow.daysLate(dueOn, row == null ? null : row.firstSubmittedAt(), laid.today());
        return new ReturnPage.State(
                state,
                tone(state, late),
                word(state, late),
                row == null ? "" : said(row),
                row == null ? null : row.comment());
    }

    static String tone(ReturnState state, int daysLate) {
        return switch (state) {
            case ACCEPTED -> "done";
            case SUBMITTED -> "info";
            case RETURNED -> "waiting";
            case DRAFT -> daysLate > 0 ? "late" : "waiting";
            case MISSING -> daysLate > 0 ? "late" : "neutral";
        };
    }

    static String word(ReturnState state, int daysLate) {
        String word = Texts.text("reporting.state." + state);
        return daysLate == 0 ? word : word + " · " + Texts.text("reporting.state.late", daysLate);
    }

    private String said(ReturnRow row) {
        return switch (row.state()) {
            case ACCEPTED, RETURNED ->
                by(acting.deciders(List.of(row)).getOrDefault(row.id().value(), ""), row.decidedAt());
            case SUBMITTED -> by(name(row.submitter()), row.submittedAt());
            case DRAFT, MISSING -> "";
        };
    }

    private String name(@Nullable AccountId account) {
        return account == null ? "" : accounts.names(List.of(account)).getOrDefault(account, "");
    }

    private static String by(String name, @Nullable Instant at) {
        return Texts.text("reporting.state.by", name, Formats.dateTime(at));
    }
}
