package org.giaoban.access;

import static org.giaoban.access.db.Tables.ROLE_ADDITION;
import static org.giaoban.access.db.Tables.ROLE_CAPABILITY;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings what newer profiles add to roles into the roles that are stored: each addition once, written in the log. */
@Component
@Transactional
class RoleAdditions implements ProfilePart {

    /** Right after the roles themselves. */
    private static final int ORDER = 6;

    private static final String FILE = "role-additions.yaml";

    private final DSLContext db;
    private final RoleRepository roles;
    private final GrantNumber number;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoleAdditions(
            DSLContext db, RoleRepository roles, GrantNumber number, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.roles = roles;
        this.number = number;
        this.events = events;
        this.clock = clock;
    }

    /** What a version of the profile adds to one role. */
    record Addition(int version, String role, List<Capability> capabilities) {

        static Addition of(Map<?, ?> written) {
            var names = written.get("add") instanceof List<?> list ? list : List.of();
            return new Addition(
                    Integer.parseInt(String.valueOf(written.get("version"))),
                    String.valueOf(written.get("role")),
                    names.stream().map(String::valueOf).map(Capability::valueOf).toList());
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load(Profile profile) {
        if (profile.has(FILE)) {
            List<?> written = profile.yaml(FILE, List.class);
            written.forEach(one -> add(Addition.of((Map<?, ?>) one)));
        }
    }

    /** A role that was stored with all of it already takes note and changes nothing. */
    private void add(Addition addition) {
        var came = addition.capabilities().stream()
                .filter(capability -> first(addition, capability))
                .filter(capability -> give(addition.role(), capability))
                .toList();
        if (!came.isEmpty()) {
            number.renew();
            events.publishEvent(new RoleChanged(id(addition.role()), "access.role-added", details(addition, came)));
        }
    }

    private boolean first(Addition addition, Capability capability) {
        return db.insertInto(ROLE_ADDITION)
                        .set(ROLE_ADDITION.ROLE, addition.role())
                        .set(ROLE_ADDITION.CAPABILITY, capability.name())
                        .set(ROLE_ADDITION.VERSION, (short) addition.version())
                        .set(ROLE_ADDITION.ADDED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private boolean give(String role, Capability capability) {
        return db.insertInto(ROLE_CAPABILITY)
                        .set(ROLE_CAPABILITY.ROLE, role)
                        .set(ROLE_CAPABILITY.CAPABILITY, capability.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Roles are named by their codes; the log wants an id that stays the same. */
    private static UUID id(String role) {
        return UUID.nameUUIDFromBytes(("access.role " + role).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> details(Addition addition, List<Capability> came) {
        return Map.of(
                "role",
                roles.vietnameseName(addition.role()).orElse(addition.role()),
                "right",
                came.stream()
                        .map(one -> Texts.text(Texts.VIETNAMESE, "access.capability." + one.key()))
                        .collect(Collectors.joining("; ")),
                "version",
                String.valueOf(addition.version()));
    }
}
