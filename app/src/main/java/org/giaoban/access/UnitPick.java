package org.giaoban.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units a form lets its viewer pick: offered by name while they are few, asked for by code when they are many. */
@Service
@Transactional(readOnly = true)
public class UnitPick {

    /** Nobody reads a longer list. */
    private static final int MOST = 300;

    private final Access access;
    private final ObjectProvider<UnitTree> tree;

    /** The tree comes late because the module that implements it stands above this one. */
    UnitPick(Access access, ObjectProvider<UnitTree> tree) {
        this.access = access;
        this.tree = tree;
    }

    /** By id and name, in the order of the names; empty when there are more than a list can offer. */
    public Map<String, String> offered(Capability capability) {
        var units = access.scope(capability).units();
        if (units.size() > MOST) {
            return Map.of();
        }
        return tree.getObject().names(units).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(VietnameseText.alphabetical()))
                .collect(Collectors.toMap(
                        unit -> unit.getKey().toString(), Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    /** The unit picked by its id or typed as a code; none when there is no such unit within the viewer's reach. */
    public Optional<UnitId> find(@Nullable String picked, Capability capability) {
        return named(picked).filter(unit -> access.allows(capability, unit));
    }

    /** The unit of that id or code, for whoever asks for the right afterwards. */
    Optional<UnitId> named(@Nullable String picked) {
        var text = picked == null ? "" : picked.strip();
        return id(text).or(() -> tree.getObject().byCode(text));
    }

    /** How a unit stands in the field: its id where it is picked from a list, its code where it is typed. */
    public String shown(UnitId unit, Capability capability) {
        return offered(capability).containsKey(unit.toString())
                ? unit.toString()
                : tree.getObject().code(unit);
    }

    private static Optional<UnitId> id(String text) {
        try {
            return Optional.of(new UnitId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
