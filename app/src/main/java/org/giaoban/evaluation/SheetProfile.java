package org.giaoban.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code score-sheets.yaml}. */
@Component
class SheetProfile implements ProfilePart {

    private static final String FILE = "score-sheets.yaml";
    private static final int AFTER_MEETINGS = 80;

    private final ScoreSheetRepository sheets;
    private final Clock clock;

    SheetProfile(ScoreSheetRepository sheets, Clock clock) {
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_MEETINGS;
    }

    @Override
    @Transactional
    public void load(Profile profile) {
        for (var one : profile.yaml(FILE, List.class)) {
            var definition = new LinkedHashMap<>((Map<?, ?>) one);
            var code = String.valueOf(definition.remove("code"));
            var from = LocalDate.parse(String.valueOf(definition.remove("from")));
            var made = new ScoreSheetRepository.Made(code, null, from, profile.name(), clock.instant());
            sheets.add(made, sheets.body(definition));
        }
    }
}
