package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.giaoban.platform.FixedStatements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes a new version of a return, what does not add up in it, and how the return now stands: all in one statement. */
@Repository
class ReturnWriter {

    private static final String SAID = """
            with one as (
                select ?::smallint as cell_id, ?::uuid as return_id, ?::int as version
            ), kept as (
                insert into reporting.return_version
                    (cell_id, return_id, version, origin, file_id, file_name, file_sha256, fingerprint, saved_at, account_id,
                     %s)
                select cell_id, return_id, version, ?, ?::uuid, ?, ?, ?, ?::timestamptz, ?::uuid,
                    ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[], ?::text[]
                from one
            )""".formatted(PackedValues.COLUMNS);

    private static final String WORDS = """
            , words as (
                insert into reporting.return_text (cell_id, return_id, version, section, body)
                select one.*, s.* from one, unnest(?::text[], ?::text[]) as s
            )""";

    private static final String REQUESTS = """
            , requests as (
                insert into reporting.return_request (cell_id, return_id, version, body, addressee, ordinal)
                select one.*, s.* from one, unnest(?::text[], ?::text[]) with ordinality as s
            )""";

    /** Findings of the version before that are not overwritten. */
    private static final String OVER = """
            , over as (
                delete from reporting.return_finding f using one
                where (f.cell_id, f.return_id) = (one.cell_id, one.return_id) and f.ordinal > ?
            )""";

    private static final String FOUND = """
            , found as (
                insert into reporting.return_finding
                    (cell_id, return_id, rule, severity, title, indicator, sentence, arguments, place, ordinal)
                select one.cell_id, one.return_id, s.rule, s.severity, s.title, s.indicator, s.sentence, s.arguments::jsonb, s.place, s.n
                from one, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                    as s (rule, severity, title, indicator, sentence, arguments, place, n)
                on conflict (cell_id, return_id, ordinal) do update set
                    rule = excluded.rule, severity = excluded.severity, title = excluded.title, indicator = excluded.indicator,
                    sentence = excluded.sentence, arguments = excluded.arguments, place = excluded.place
            )""";

    /** What was typed goes. */
    private static final String STANDING = """
            , typed as (
                delete from reporting.return_draft d using one where (d.cell_id, d.return_id) = (one.cell_id, one.return_id)
            )
            update reporting.unit_return r set
                version = one.version, state = ?, first_submitted_at = ?::timestamptz, submitted_at = ?::timestamptz,
                submitter_account_id = ?::uuid, decided_at = ?::timestamptz, decider_account_id = ?::uuid, comment = ?
            from one where (r.cell_id, r.id) = (one.cell_id, one.return_id)
            """;

    private final FixedStatements statements;
    private final JsonMapper json;

    ReturnWriter(FixedStatements statements, JsonMapper json) {
        this.statements = statements;
        this.json = json;
    }

    /** A statement and what is put into it. */
    private record Written(StringBuilder text, List<@Nullable Object> values) {

        Written and(String part, @Nullable Object... more) {
            text.append(part);
            Collections.addAll(values, more);
            return this;
        }
    }

    /** The caller holds the row's lock; {@code now} is how the return stands with the new version. What is empty is not written. */
    void write(ReturnRow now, Version version, Content content, List<Found> findings) {
        var one = new Written(new StringBuilder(SAID), new ArrayList<>());
        said(one.values(), now, version);
        one.values().addAll(PackedValues.of(content.values()));
        var texts = content.texts().entrySet();
        if (!texts.isEmpty()) {
            one.and(WORDS, texts(texts, Map.Entry::getKey), texts(texts, Map.Entry::getValue));
        }
        var requests = content.requests();
        if (!requests.isEmpty()) {
            one.and(REQUESTS, texts(requests, Request::text), texts(requests, Request::addressee));
        }
        if (version.number() > 1) {
            one.and(OVER, findings.size());
        }
        if (!findings.isEmpty()) {
            one.and(FOUND);
            findings(one.values(), findings);
        }
        one.and(STANDING);
        standing(one.values(), now);
        statements.execute(one.text().toString(), one.values().toArray());
    }

    private static void said(List<@Nullable Object> values, ReturnRow now, Version version) {
        values.add(now.id().cell());
        values.add(now.id().value());
        values.add(version.number());
        values.add(version.origin().name());
        values.add(version.file());
        values.add(version.fileName());
        values.add(version.sha256());
        values.add(version.fingerprint());
        values.add(version.savedAt());
        values.add(version.account().value());
    }

    private void findings(List<@Nullable Object> values, List<Found> findings) {
        values.add(texts(findings, Found::rule));
        values.add(texts(findings, found -> found.severity().name()));
        values.add(texts(findings, Found::titleKey));
        values.add(texts(findings, Found::indicator));
        values.add(texts(findings, Found::key));
        values.add(texts(findings, found -> json.writeValueAsString(found.arguments())));
        values.add(texts(findings, Found::place));
    }

    private static void standing(List<@Nullable Object> values, ReturnRow now) {
        values.add(now.state().name());
        values.add(now.firstSubmittedAt());
        values.add(now.submittedAt());
        values.add(now.submitter() == null ? null : now.submitter().value());
        values.add(now.decidedAt());
        values.add(now.decider() == null ? null : now.decider().value());
        values.add(now.comment());
    }

    private static <T> @Nullable String[] texts(java.util.Collection<T> of, Function<T, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
