package org.giaoban.proofreading;

import java.util.List;

/** What the register knows about the matter of a text. */
public record Facts(List<Official> officials, List<KnownFigure> figures) {

    public static final Facts NONE = new Facts(List.of(), List.of());

    public Facts {
        officials = List.copyOf(officials);
        figures = List.copyOf(figures);
    }
}
