package org.giaoban.proceedings;

import static org.giaoban.proceedings.MajorityRepository.A_MAJORITY;
import static org.giaoban.proceedings.db.Tables.MAJORITY;
import static org.giaoban.proceedings.db.Tables.VOTE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** Votes by show of hands as rows. */
@Repository
class VoteRepository {

    private final DSLContext db;

    VoteRepository(DSLContext db) {
        this.db = db;
    }

    /** Hands as they were counted. */
    record Hands(int inFavour, int against, int abstained) {

        int all() {
            return inFavour + against + abstained;
        }
    }

    /** A vote to be written: the question, the hands, the people there and the rules of the day. */
    record NewVote(UUID item, String question, Hands hands, RollView roll, Quorum quorum, Majority rule) {}

    UUID insert(MeetingId meeting, NewVote vote, Instant at, String by) {
        var id = Uuid7.next();
        var entitled = vote.roll().entitled();
        var present = vote.roll().votersHere();
        db.insertInto(VOTE)
                .set(VOTE.ID, id)
                .set(VOTE.MEETING_ID, meeting.value())
                .set(VOTE.ITEM_ID, vote.item())
                .set(VOTE.QUESTION, vote.question())
                .set(VOTE.IN_FAVOUR, vote.hands().inFavour())
                .set(VOTE.AGAINST, vote.hands().against())
                .set(VOTE.ABSTAINED, vote.hands().abstained())
                .set(VOTE.ENTITLED, entitled)
                .set(VOTE.PRESENT, present)
                .set(VOTE.RULE_CODE, vote.rule().code())
                .set(VOTE.RULE_FROM, vote.rule().from())
                .set(VOTE.NEEDED, vote.rule().needed(entitled, present))
                .set(VOTE.QUORUM_COUNTED, vote.quorum().counted())
                .set(VOTE.QUORUM_BASE, vote.quorum().base())
                .set(VOTE.QUORUM_NEEDED, vote.quorum().needed())
                .set(VOTE.TAKEN_AT, at)
                .set(VOTE.BY_NAME, by)
                .execute();
        return id;
    }

    List<Vote> of(MeetingId meeting) {
        return db.select(VOTE.fields())
                .select(A_MAJORITY.as("rule"))
                .from(VOTE)
                .join(MAJORITY)
                .on(MAJORITY.CODE.eq(VOTE.RULE_CODE).and(MAJORITY.VALID_FROM.eq(VOTE.RULE_FROM)))
                .where(VOTE.MEETING_ID.eq(meeting.value()))
                .orderBy(VOTE.TAKEN_AT, VOTE.ID)
                .limit(500)
                .fetch(VoteRepository::vote);
    }

    /** The numbers of a vote that was counted. */
    record Counted(int inFavour, int entitled, int present, int needed) {

        boolean carried() {
            return inFavour >= needed;
        }
    }

    /** The last votes counted by a rule, whosoever's they were: numbers only. */
    List<Counted> counted(String rule, int most) {
        return db.select(VOTE.IN_FAVOUR, VOTE.ENTITLED, VOTE.PRESENT, VOTE.NEEDED)
                .from(VOTE)
                .where(VOTE.RULE_CODE.eq(rule))
                .and(VOTE.STRUCK_AT.isNull())
                .orderBy(VOTE.TAKEN_AT.desc(), VOTE.ID)
                .limit(most)
                .fetch(Records.mapping(Counted::new));
    }

    private static Vote vote(Record row) {
        var rule = row.get("rule", Majority.class);
        var inFavour = row.get(VOTE.IN_FAVOUR);
        return new Vote(
                row.get(VOTE.ID),
                row.get(VOTE.ITEM_ID),
                row.get(VOTE.QUESTION),
                inFavour,
                row.get(VOTE.AGAINST),
                row.get(VOTE.ABSTAINED),
                row.get(VOTE.ENTITLED),
                row.get(VOTE.PRESENT),
                row.get(VOTE.NEEDED),
                row.get(VOTE.QUORUM_COUNTED) >= row.get(VOTE.QUORUM_NEEDED),
                inFavour >= row.get(VOTE.NEEDED),
                rule.arithmetic(inFavour, row.get(VOTE.ENTITLED), row.get(VOTE.PRESENT)),
                row.get(VOTE.TAKEN_AT),
                row.get(VOTE.STRUCK_REASON));
    }

    /** Strikes a vote out; false when somebody did so before. */
    boolean strike(MeetingId meeting, UUID id, String reason, Instant at, String by) {
        return db.update(VOTE)
                        .set(VOTE.STRUCK_AT, at)
                        .set(VOTE.STRUCK_BY, by)
                        .set(VOTE.STRUCK_REASON, reason)
                        .where(VOTE.ID.eq(id))
                        .and(VOTE.MEETING_ID.eq(meeting.value()))
                        .and(VOTE.STRUCK_AT.isNull())
                        .execute()
                == 1;
    }
}
