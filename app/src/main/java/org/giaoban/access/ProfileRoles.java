package org.giaoban.access;

import java.util.List;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings in the roles of the profile. */
@Component
@Transactional
class ProfileRoles implements ProfilePart {

    private final RoleRepository repository;

    ProfileRoles(RoleRepository repository) {
        this.repository = repository;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public void load(Profile profile) {
        var order = 0;
        for (var role : profile.yaml("roles.yaml", List.class)) {
            repository.insertAbsent(bundle((Map<?, ?>) role), order++);
        }
    }

    private static RoleBundle bundle(Map<?, ?> role) {
        var capabilities = role.get("capabilities") instanceof List<?> names
                ? names.stream().map(String::valueOf).map(Capability::valueOf).toList()
                : List.<Capability>of();
        return new RoleBundle(text(role, "code"), text(role, "vi"), text(role, "en"), capabilities);
    }

    private static String text(Map<?, ?> role, String name) {
        return String.valueOf(role.get(name));
    }
}
