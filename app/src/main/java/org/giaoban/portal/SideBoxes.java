package org.giaoban.portal;

import java.util.List;

/** Boxes that a module above puts beside public pages; asked for every page, so they come from memory. */
public interface SideBoxes {

    /** In the visitor's language, in their order. */
    List<SideBox> boxes();
}
