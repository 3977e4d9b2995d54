package org.giaoban.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one workbook: sent, kept as a draft, nothing new, or refused, with the reasons cell by cell. */
public record FileOutcome(
        String file,
        Status status,
        @Nullable String unitName,
        @Nullable String period,
        int version,
        List<String> messages,
        List<Difference> differences,
        @Nullable String href) {

    /** The four answers a file can get. */
    public enum Status {
        SENT,
        DRAFT,
        UNCHANGED,
        REFUSED
    }

    /** One value before and after, as it is printed. */
    public record Difference(String code, String name, String before, String after) {}

    /** The tone its answer is shown in. */
    String tone() {
        return switch (status) {
            case SENT -> "done";
            case DRAFT -> "waiting";
            case UNCHANGED -> "neutral";
            case REFUSED -> "late";
        };
    }
}
