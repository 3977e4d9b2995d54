package org.giaoban.access;

import static org.giaoban.access.db.Tables.ROLE;
import static org.giaoban.access.db.Tables.ROLE_CAPABILITY;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads and writes the bundles of capabilities. */
@Repository
class RoleRepository {

    private final DSLContext db;
    private final GrantNumber number;

    RoleRepository(DSLContext db, GrantNumber number) {
        this.db = db;
        this.number = number;
    }

    Set<Capability> capabilities(String role) {
        return db
                .select(ROLE_CAPABILITY.CAPABILITY)
                .from(ROLE_CAPABILITY)
                .where(ROLE_CAPABILITY.ROLE.eq(role))
                .fetch(ROLE_CAPABILITY.CAPABILITY)
                .stream()
                .map(Capability::valueOf)
                .collect(Collectors.toSet());
    }

    Map<String, Set<Capability>> bundles() {
        return db.select(ROLE_CAPABILITY.ROLE, ROLE_CAPABILITY.CAPABILITY).from(ROLE_CAPABILITY).stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.mapping(row -> Capability.valueOf(row.value2()), Collectors.toSet())));
    }

    /** Codes with names in the viewer's language, in the profile's order. */
    Map<String, String> names() {
        var name = Texts.language().equals("en") ? ROLE.NAME_EN : ROLE.NAME_VI;
        var names = new LinkedHashMap<String, String>();
        db.select(ROLE.CODE, name)
                .from(ROLE)
                .orderBy(ROLE.SORT_ORDER, ROLE.CODE)
                .forEach(found -> names.put(found.value1(), found.value2()));
        return names;
    }

    Optional<String> vietnameseName(String role) {
        return db.select(ROLE.NAME_VI).from(ROLE).where(ROLE.CODE.eq(role)).fetchOptional(ROLE.NAME_VI);
    }

    /** Adds a role of the profile; one that is already there keeps what the administrators made of it. */
    void insertAbsent(RoleBundle bundle, int order) {
        var added = db.insertInto(ROLE)
                .set(ROLE.CODE, bundle.code())
                .set(ROLE.NAME_VI, bundle.vi())
                .set(ROLE.NAME_EN, bundle.en())
                .set(ROLE.SORT_ORDER, (short) order)
                .onConflictDoNothing()
                .execute();
        if (added == 1) {
            insert(bundle.code(), bundle.capabilities());
        }
    }

    private void insert(String role, List<Capability> capabilities) {
        var rows = capabilities.stream()
                .map(capability -> DSL.row(role, capability.name()))
                .toList();
        db.insertInto(ROLE_CAPABILITY, ROLE_CAPABILITY.ROLE, ROLE_CAPABILITY.CAPABILITY)
                .valuesOfRows(rows)
                .execute();
        number.renew();
    }
}
