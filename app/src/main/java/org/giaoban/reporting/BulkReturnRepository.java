package org.giaoban.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.platform.CopyRows;
import org.giaoban.platform.FixedStatements;
import org.giaoban.reporting.ValueReader.Read;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of many returns, written in the database's own form for many rows. */
@Repository
class BulkReturnRepository {

    private static final String KNOWN = """
            select k.href, r.state, r.version, v.fingerprint
            from unnest(?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::text[]) as k (cell_id, unit_id, form, period, href)
            join reporting.unit_return r
                on (r.cell_id, r.unit_id, r.form, r.period) = (k.cell_id, k.unit_id, k.form, k.period)
            left join reporting.return_version v on (v.cell_id, v.return_id, v.version) = (r.cell_id, r.id, r.version)""";

    private final FixedStatements statements;
    private final JsonMapper json;

    BulkReturnRepository(FixedStatements statements, JsonMapper json) {
        this.statements = statements;
        this.json = json;
    }

    /** A return that is there already. */
    record Known(ReturnState state, int version, @Nullable String fingerprint) {

        /** It is sent and says the same, so that nothing is left to do. */
        boolean settled(Read read) {
            return state.received() && read.fingerprint().equals(fingerprint);
        }
    }

    /** By address. */
    Map<String, Known> known(List<ReturnKey> keys) {
        var known = new HashMap<String, Known>();
        statements.query(
                KNOWN,
                (row, number) -> known.put(
                                row.getString(1),
                                new Known(ReturnState.valueOf(row.getString(2)), row.getInt(3), row.getString(4)))
                        == null,
                keys.stream().map(key -> key.unit().cellId()).toArray(Short[]::new),
                keys.stream().map(key -> key.unit().id().value()).toArray(UUID[]::new),
                keys.stream().map(key -> key.form().code()).toArray(String[]::new),
                keys.stream().map(key -> key.period().code()).toArray(String[]::new),
                keys.stream().map(ReturnKey::href).toArray(String[]::new));
        return known;
    }

    Rows rows() {
        return new Rows(json);
    }

    void copy(Rows rows) {
        statements.copy(rows.returns);
        statements.copy(rows.versions);
        statements.copy(rows.findings);
    }

    /** Writes first versions as {@link ReturnRepository} and {@link ReturnWriter} would one by one. */
    static final class Rows {

        private final CopyRows returns = new CopyRows(
                "reporting.unit_return (cell_id, id, unit_id, form, form_version,"
                        + " period, period_until, due_on, state, version, first_submitted_at, submitted_at, submitter_account_id)");
        private final CopyRows versions = new CopyRows("reporting.return_version"
                + " (cell_id, return_id, version, origin, file_name, fingerprint, saved_at, account_id, "
                + PackedValues.COLUMNS + ")");
        private final CopyRows findings = new CopyRows("reporting.return_finding"
                + " (cell_id, return_id, ordinal, rule, severity, title, indicator, sentence, arguments, place)");

        private final JsonMapper json;

        private Rows(JsonMapper json) {
            this.json = json;
        }

        void add(ReturnKey key, ReturnRow row, Version version, Content content, List<Found> found) {
            var id = row.id();
            var submitter = row.submitter();
            returns.add(id.cell())
                    .add(id.value())
                    .add(row.unit().value())
                    .add(row.form())
                    .add(key.form().version());
            returns.add(row.period())
                    .add(key.period().until())
                    .add(row.dueOn())
                    .add(row.state().name());
            returns.add(version.number()).add(row.firstSubmittedAt()).add(row.submittedAt());
            returns.add(submitter == null ? null : submitter.value()).end();
            versions.add(id.cell())
                    .add(id.value())
                    .add(version.number())
                    .add(version.origin().name());
            versions.add(version.fileName()).add(version.fingerprint()).add(version.savedAt());
            versions.add(version.account().value());
            PackedValues.of(content.values()).forEach(versions::add);
            versions.end();
            for (var ordinal = 1; ordinal <= found.size(); ordinal++) {
                finding(id, ordinal, found.get(ordinal - 1));
            }
        }

        private void finding(ReturnId id, int ordinal, Found found) {
            findings.add(id.cell())
                    .add(id.value())
                    .add(ordinal)
                    .add(found.rule())
                    .add(found.severity().name());
            findings.add(found.titleKey()).add(found.indicator()).add(found.key());
            findings.add(json.writeValueAsString(found.arguments()))
                    .add(found.place())
                    .end();
        }
    }
}
