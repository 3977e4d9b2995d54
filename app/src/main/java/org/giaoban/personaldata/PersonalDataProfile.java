package org.giaoban.personaldata;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the purposes of {@code personal-data.yaml} that the register does not know; what was changed on screen stays. */
@Component
class PersonalDataProfile implements ProfilePart {

    static final String FILE = "personal-data.yaml";

    private static final LocalDate ALWAYS = LocalDate.of(1930, 2, 3);

    private final PurposeRepository purposes;

    PersonalDataProfile(PurposeRepository purposes) {
        this.purposes = purposes;
    }

    @Override
    public int order() {
        return 57;
    }

    @Override
    @Transactional
    public void load(Profile profile) {
        var file = profile.yaml(FILE, Map.class);
        var place = 0;
        for (var one : (List<?>) Objects.requireNonNull(file.get("purposes"))) {
            purposes.add(purpose((Map<?, ?>) one, ++place));
        }
    }

    private static Purpose purpose(Map<?, ?> row, int place) {
        return new Purpose(
                text(row, "code"),
                ALWAYS,
                place,
                new Purpose.Name(text(row, "name"), text(row, "name_en")),
                new Purpose.Ground(Purpose.Basis.valueOf(text(row, "basis")), text(row, "law")),
                new Purpose.Scope(
                        text(row, "kinds"),
                        text(row, "recipients"),
                        text(row, "retention"),
                        Boolean.TRUE.equals(row.get("sensitive"))));
    }

    private static String text(Map<?, ?> row, String name) {
        return String.valueOf(Objects.requireNonNull(row.get(name), name));
    }
}
