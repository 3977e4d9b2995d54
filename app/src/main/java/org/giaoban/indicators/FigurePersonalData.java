package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.ARRIVAL;
import static org.giaoban.indicators.db.Tables.FROZEN_FIGURE;
import static org.giaoban.indicators.db.Tables.INDICATOR_VERSION;
import static org.giaoban.indicators.db.Tables.TARGET;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who put, set and froze figures; by far too many rows to be searched by person. */
@Repository
class FigurePersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(ARRIVAL, "work", KEEP)
                        .account(ARRIVAL.PUT_BY_ACCOUNT_ID)
                        .unlisted(),
                PersonalTable.of(FROZEN_FIGURE, "archive", KEEP)
                        .account(FROZEN_FIGURE.FROZEN_BY_ACCOUNT_ID)
                        .unlisted(),
                PersonalTable.of(TARGET, "work", KEEP)
                        .account(TARGET.DECIDED_BY_ACCOUNT_ID)
                        .unlisted(),
                PersonalTable.of(INDICATOR_VERSION, "work", KEEP)
                        .account(INDICATOR_VERSION.CREATED_BY_ACCOUNT_ID)
                        .when(INDICATOR_VERSION.CREATED_AT)
                        .saying(INDICATOR_VERSION.NAME_VI));
    }
}
