package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Profile;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A database that was made with an older profile gets what newer ones add to its roles: once, and with a line in the log. */
@GiaoBanTest
class RoleAdditionsTest {

    private static final Profile PROFILE = new Profile("vn-party");

    /** What the roles gave when they were first given out; a role that came later gives what it came with. */
    private static final Map<String, String> FIRST = Map.of(
            "administrator",
            "ACCOUNTS GRANTS AUDIT_READ ORGANIZATION_READ ORGANIZATION_EDIT PEOPLE_READ CATALOGUE_EDIT",
            "office",
            "ORGANIZATION_READ ORGANIZATION_EDIT PEOPLE_READ PEOPLE_EDIT CATALOGUE_EDIT TARGETS_EDIT FIGURES_READ"
                    + " REPORT_READ REPORT_ENTER REPORT_ACCEPT MEETING_READ MEETING_RUN TASK_READ TASK_ASSIGN TASK_DO"
                    + " DOCUMENT_READ DOCUMENT_ISSUE ARTICLE_WRITE",
            "chair",
            "ORGANIZATION_READ PEOPLE_READ FIGURES_READ REPORT_READ MEETING_READ MEETING_RUN TASK_READ TASK_ASSIGN"
                    + " TASK_DO DOCUMENT_READ DOCUMENT_ISSUE ARTICLE_APPROVE",
            "unit-leader",
            "ORGANIZATION_READ PEOPLE_READ FIGURES_READ REPORT_READ REPORT_ENTER MEETING_READ TASK_READ TASK_DO"
                    + " DOCUMENT_READ",
            "unit-reporter",
            "ORGANIZATION_READ FIGURES_READ REPORT_READ REPORT_ENTER TASK_READ TASK_DO MEETING_READ DOCUMENT_READ",
            "branch-secretary",
            "ORGANIZATION_READ PEOPLE_READ PEOPLE_EDIT MEMBER_READ MEMBER_EDIT FIGURES_READ REPORT_READ REPORT_ENTER"
                    + " MEETING_READ MEETING_RUN TASK_READ TASK_ASSIGN TASK_DO DOCUMENT_READ DOCUMENT_ISSUE",
            "board-officer",
            "ORGANIZATION_READ FIGURES_READ REPORT_READ MEETING_READ TASK_READ TASK_DO DOCUMENT_READ",
            "editor",
            "ORGANIZATION_READ FIGURES_READ MEETING_READ ARTICLE_WRITE",
            "approver",
            "ORGANIZATION_READ FIGURES_READ MEETING_READ ARTICLE_WRITE ARTICLE_APPROVE",
            "auditor",
            "ORGANIZATION_READ AUDIT_READ");

    @Autowired
    RoleRepository roles;

    @Autowired
    RoleAdditions additions;

    @Autowired
    ProfileRoles stored;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    /** As the database of an older program has it: the first bundles, and no table of additions yet filled. */
    private void older() {
        db.execute("delete from access.role_addition");
        db.execute("delete from access.role_capability");
        FIRST.forEach((role, names) -> List.of(names.split(" "))
                .forEach(name -> db.execute("insert into access.role_capability values (?, ?)", role, name)));
    }

    private void start() {
        viewer.run(Viewer.SYSTEM, () -> {
            stored.load(PROFILE);
            additions.load(PROFILE);
        });
    }

    private int lines() {
        return db.fetchSingle("select count(*) from audit.entry where act = 'access.role-added'")
                .get(0, Integer.class);
    }

    private static Map<String, Set<Capability>> written() {
        var bundles = new TreeMap<String, Set<Capability>>();
        for (var one : PROFILE.yaml("roles.yaml", List.class)) {
            var role = (Map<?, ?>) one;
            var held = new HashSet<Capability>();
            ((List<?>) role.get("capabilities")).forEach(name -> held.add(Capability.valueOf(name.toString())));
            bundles.put(role.get("code").toString(), held);
        }
        return bundles;
    }

    @Test
    void anOlderDatabaseEndsWithTheRolesOfTheProfileAndALineForEach() {
        older();
        int before = lines();

        start();

        assertThat(roles.bundles())
                .as("roles.yaml and role-additions.yaml say the same: whoever adds to one adds to the other")
                .isEqualTo(written());
        assertThat(lines() - before).isEqualTo(18);
        assertThat(db.fetch("select details from audit.entry where act = 'access.role-added'")
                        .getValues(0, String.class))
                .anySatisfy(details -> assertThat(details)
                        .contains("Lãnh đạo đơn vị", "Xem danh sách đảng viên", "\"version\":\"3\""));
    }

    @Test
    void whatAnAdministratorTookAwayStaysAway() {
        older();
        start();
        db.execute("delete from access.role_capability where role = 'chair' and capability = 'EVALUATE'");
        int before = lines();

        start();

        assertThat(roles.capabilities("chair")).doesNotContain(Capability.EVALUATE);
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void aNewDatabaseHasEverythingAndNothingToTell() {
        db.execute("delete from access.role_addition");
        db.execute("delete from access.role_capability");
        db.execute("delete from access.role");
        int before = lines();

        start();

        assertThat(roles.bundles()).isEqualTo(written());
        assertThat(lines()).isEqualTo(before);
    }
}
