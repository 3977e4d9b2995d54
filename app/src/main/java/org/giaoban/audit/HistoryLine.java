package org.giaoban.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/** An audit entry in words, for the history of an object's page. */
public record HistoryLine(Instant at, String who, String act, List<Detail> details) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** One particular with its name in the viewer's language, when it has one. */
    public record Detail(String name, String value) {}

    public static List<HistoryLine> of(List<AuditEntry> entries) {
        return entries.stream().map(HistoryLine::of).toList();
    }

    static HistoryLine of(AuditEntry entry) {
        var details = entry.details().entrySet().stream()
                // Ids and hashes tell a reader nothing; the export of the log has them.
                .filter(detail -> !detail.getValue().isBlank()
                        && !ID.matcher(detail.getValue()).matches())
                .map(HistoryLine::detail)
                .toList();
        return new HistoryLine(entry.at(), entry.actorName(), act(entry.act()), details);
    }

    static String act(String act) {
        var key = "audit.act." + act;
        return Texts.has(key) ? Texts.text(key) : act;
    }

    private static Detail detail(Map.Entry<String, String> detail) {
        var name = "audit.detail." + detail.getKey();
        var value = "audit.value." + detail.getKey() + "." + detail.getValue();
        return new Detail(
                Texts.has(name) ? Texts.text(name) : "",
                Texts.has(value) ? Texts.text(value) : shown(detail.getValue()));
    }

    private static String shown(String value) {
        try {
            return DAY.matcher(value).matches() ? Formats.date(LocalDate.parse(value)) : value;
        } catch (DateTimeParseException notADay) {
            return value;
        }
    }
}
