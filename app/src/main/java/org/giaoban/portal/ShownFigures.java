package org.giaoban.portal;

import java.util.UUID;

/** Figures that are public outside articles; their passports are open as well. */
public interface ShownFigures {

    boolean shows(UUID figure);
}
