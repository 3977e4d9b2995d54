package org.giaoban.membership;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code membership.yaml}. */
@Component
class MembershipProfile implements ProfilePart {

    private static final String FILE = "membership.yaml";
    private static final int AFTER_KINDS = 72;

    private final RosterRules rules;

    MembershipProfile(RosterRules rules) {
        this.rules = rules;
    }

    @Override
    public int order() {
        return AFTER_KINDS;
    }

    @Override
    @Transactional
    public void load(Profile profile) {
        var file = profile.yaml(FILE, Map.class);
        rules.addBranchKinds(
                list(file, "branch_kinds").stream().map(Object::toString).toList());
        var place = 0;
        for (var row : list(file, "states")) {
            var state = (Map<?, ?>) row;
            rules.add(new MemberState(
                    text(state, "code"),
                    text(state, "name"),
                    text(state, "name_en"),
                    yes(state, "attends"),
                    yes(state, "votes"),
                    ++place,
                    text(state, "cites")));
        }
        for (var row : list(file, "absences")) {
            var kind = (Map<?, ?>) row;
            rules.add(new AbsenceKind(
                    text(kind, "code"), text(kind, "name"), text(kind, "name_en"), yes(kind, "attends"), ++place));
        }
    }

    private static List<?> list(Map<?, ?> file, String name) {
        return (List<?>) Objects.requireNonNull(file.get(name), name);
    }

    private static String text(Map<?, ?> row, String name) {
        return String.valueOf(row.get(name));
    }

    private static boolean yes(Map<?, ?> row, String name) {
        return Boolean.TRUE.equals(row.get(name));
    }
}
