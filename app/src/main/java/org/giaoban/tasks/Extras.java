package org.giaoban.tasks;

import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What an order may say beyond who, by when and measured how. */
public record Extras(
        @Nullable String product,
        @Nullable String noProduct,
        List<UnitId> helping,
        List<PersonId> supervising,
        List<String> checklist,
        List<Link> links) {

    public static final Extras NONE = new Extras(null, null, List.of(), List.of(), List.of(), List.of());

    public Extras {
        helping = List.copyOf(helping);
        supervising = List.copyOf(supervising);
        checklist = List.copyOf(checklist);
        links = List.copyOf(links);
    }

    /** A directive by its number, or an indicator by its code. */
    public record Link(LinkKind kind, String code, String title) {}

    /** A unit that helps, or a leader who watches over the order. */
    record Role(UUID id, @Nullable UnitId unit, @Nullable PersonId person) {}

    /** What is to be handed over, or why that is not said. */
    record Product(@Nullable String product, @Nullable String noProduct) {}
}
