package org.giaoban.membership;

import static org.giaoban.membership.db.Tables.ABSENCE_KIND;
import static org.giaoban.membership.db.Tables.BRANCH_KIND;
import static org.giaoban.membership.db.Tables.STATE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** What the profile says of standings and absences, and which kinds of units keep a roster. */
@Repository
class RosterRules {

    private static final int MOST = 100;

    private final DSLContext db;

    RosterRules(DSLContext db) {
        this.db = db;
    }

    /** By code, in the order of the profile. */
    Map<String, MemberState> states() {
        var states = new LinkedHashMap<String, MemberState>();
        db.select(STATE.CODE, STATE.NAME_VI, STATE.NAME_EN, STATE.ATTENDS, STATE.VOTES, STATE.PLACE, STATE.CITES)
                .from(STATE)
                .orderBy(STATE.PLACE, STATE.CODE)
                .limit(MOST)
                .fetch(Records.mapping(MemberState::new))
                .forEach(state -> states.put(state.code(), state));
        return states;
    }

    Map<String, AbsenceKind> absences() {
        var kinds = new LinkedHashMap<String, AbsenceKind>();
        db.select(
                        ABSENCE_KIND.CODE,
                        ABSENCE_KIND.NAME_VI,
                        ABSENCE_KIND.NAME_EN,
                        ABSENCE_KIND.ATTENDS,
                        ABSENCE_KIND.PLACE)
                .from(ABSENCE_KIND)
                .orderBy(ABSENCE_KIND.PLACE, ABSENCE_KIND.CODE)
                .limit(MOST)
                .fetch(Records.mapping(AbsenceKind::new))
                .forEach(kind -> kinds.put(kind.code(), kind));
        return kinds;
    }

    Set<String> branchKinds() {
        return db.select(BRANCH_KIND.KIND).from(BRANCH_KIND).limit(MOST).fetchSet(BRANCH_KIND.KIND);
    }

    void add(MemberState state) {
        db.insertInto(STATE)
                .set(STATE.CODE, state.code())
                .set(STATE.NAME_VI, state.nameVi())
                .set(STATE.NAME_EN, state.nameEn())
                .set(STATE.ATTENDS, state.attends())
                .set(STATE.VOTES, state.votes())
                .set(STATE.PLACE, state.place())
                .set(STATE.CITES, state.cites())
                .onConflictDoNothing()
                .execute();
    }

    void add(AbsenceKind kind) {
        db.insertInto(ABSENCE_KIND)
                .set(ABSENCE_KIND.CODE, kind.code())
                .set(ABSENCE_KIND.NAME_VI, kind.nameVi())
                .set(ABSENCE_KIND.NAME_EN, kind.nameEn())
                .set(ABSENCE_KIND.ATTENDS, kind.attends())
                .set(ABSENCE_KIND.PLACE, kind.place())
                .onConflictDoNothing()
                .execute();
    }

    void addBranchKinds(List<String> kinds) {
        kinds.forEach(kind -> db.insertInto(BRANCH_KIND)
                .set(BRANCH_KIND.KIND, kind)
                .onConflictDoNothing()
                .execute());
    }
}
