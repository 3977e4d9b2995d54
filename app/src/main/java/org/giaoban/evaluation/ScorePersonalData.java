package org.giaoban.evaluation;

import static org.giaoban.evaluation.db.Tables.FOLLOWER;
import static org.giaoban.evaluation.db.Tables.SCORE;
import static org.giaoban.evaluation.db.Tables.SCORE_SIDE;
import static org.giaoban.evaluation.db.Tables.SHEET;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who scored branch meetings, and who follows which branch. */
@Repository
class ScorePersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(FOLLOWER, "work", KEEP)
                        .person(FOLLOWER.PERSON_ID)
                        .when(FOLLOWER.VALID_FROM)
                        .saying(FOLLOWER.DECISION),
                PersonalTable.of(SCORE_SIDE, "work", HIDE)
                        .account(SCORE_SIDE.ACCOUNT_ID)
                        .named(SCORE_SIDE.ACCOUNT_ID, SCORE_SIDE.BY_NAME)
                        .when(SCORE_SIDE.GIVEN_AT)
                        .saying(SCORE_SIDE.REMARK),
                PersonalTable.of(SCORE, "work", HIDE)
                        .namedAlone(SCORE.DECIDED_BY)
                        .when(SCORE.DECIDED_AT)
                        .saying(SCORE.GRADE, SCORE.REASON),
                PersonalTable.of(SHEET, "work", HIDE)
                        .namedAlone(SHEET.MADE_BY)
                        .when(SHEET.MADE_AT)
                        .saying(SHEET.CODE));
    }
}
