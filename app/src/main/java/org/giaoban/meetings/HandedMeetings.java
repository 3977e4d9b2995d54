package org.giaoban.meetings;

import java.util.List;

/** The statements by which meetings not yet held go over to heirs; {0} are the units, {1} place by place their heirs. */
final class HandedMeetings {

    private HandedMeetings() {}

    private static final String PAIRS = "unnest({0}::uuid[], {1}::uuid[]) as h (unit, heir)";
    private static final String AHEAD = "m.state in ('DRAFT', 'PLANNED', 'RUNNING')";
    static final List<String> STATEMENTS = List.of(
            "insert into meetings.series (id, unit_id, kind) select uuidv7(), o.heir, o.kind from (select distinct h.heir, m.kind "
                    + "from " + PAIRS + " join meetings.meeting m on m.unit_id = h.unit and " + AHEAD
                    + ") o on conflict do nothing",
            // for a period that the heir has met for already, the meeting is an extraordinary one
            "update meetings.meeting m set unit_id = h.heir, series_id = s.id, version = m.version + 1, "
                    + "occurrence_on = null, "
                    + "period = case when exists (select from meetings.meeting c where c.series_id = s.id "
                    + "and c.period = m.period and c.state <> 'CANCELLED') then null else m.period end "
                    + "from " + PAIRS + " join meetings.series s on s.unit_id = h.heir where m.unit_id = h.unit "
                    + "and s.kind = m.kind and " + AHEAD,
            "update meetings.attendee a set unit_id = h.heir from " + PAIRS
                    + ", meetings.meeting m where m.id = a.meeting_id and m.state in ('DRAFT', 'PLANNED') and a.unit_id = h.unit",
            named("outcome_unit"),
            unnamed("outcome_unit"),
            named("outcome_helper"),
            unnamed("outcome_helper"));

    private static String named(String table) {
        return "insert into meetings." + table + " (outcome_id, unit_id) select distinct u.outcome_id, h.heir from "
                + PAIRS
                + " join meetings." + table + " u on u.unit_id = h.unit join meetings.outcome o on o.id = u.outcome_id "
                + "join meetings.meeting m on m.id = o.meeting_id and m.state = 'RUNNING' on conflict do nothing";
    }

    private static String unnamed(String table) {
        return "delete from meetings." + table + " u using " + PAIRS + ", meetings.outcome o, meetings.meeting m "
                + "where u.unit_id = h.unit and o.id = u.outcome_id and m.id = o.meeting_id and m.state = 'RUNNING'";
    }
}
