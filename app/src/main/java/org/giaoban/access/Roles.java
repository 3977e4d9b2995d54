package org.giaoban.access;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** The roles of the profile: bundles of capabilities under one name. */
@Component
class Roles {

    private final RoleRepository repository;

    Roles(RoleRepository repository) {
        this.repository = repository;
    }

    Set<Capability> capabilities(Given given) {
        return switch (given) {
            case Given.OneCapability one -> Set.of(one.capability());
            case Given.WholeRole whole -> {
                var found = repository.capabilities(whole.role());
                if (found.isEmpty()) {
                    throw new Refused("access.grant.unknown", whole.role());
                }
                yield found;
            }
        };
    }

    String name(Given given) {
        return switch (given) {
            case Given.OneCapability one ->
                Texts.text("access.capability." + one.capability().key());
            case Given.WholeRole whole -> repository.names().getOrDefault(whole.role(), whole.role());
        };
    }

    /** The name for the log, which keeps one language. */
    String recordedName(Given given) {
        return switch (given) {
            case Given.OneCapability one ->
                Texts.text(
                        Texts.VIETNAMESE,
                        "access.capability." + one.capability().key());
            case Given.WholeRole whole ->
                repository.vietnameseName(whole.role()).orElse(whole.role());
        };
    }

    /** The bundles by the code of what is given, single capabilities included. */
    Map<String, Set<Capability>> bundles() {
        var bundles = new HashMap<String, Set<Capability>>();
        repository.bundles().forEach((role, held) -> bundles.put(Given.ROLE_PREFIX + role, held));
        for (var capability : Capability.values()) {
            bundles.put(capability.name(), Set.of(capability));
        }
        return bundles;
    }

    Map<String, String> names() {
        return repository.names();
    }

    /** Everything that can be given, roles first, as code and name. */
    Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        repository.names().forEach((code, name) -> choices.put(Given.ROLE_PREFIX + code, name));
        for (var capability : Capability.values()) {
            choices.put(capability.name(), name(new Given.OneCapability(capability)));
        }
        return choices;
    }
}
