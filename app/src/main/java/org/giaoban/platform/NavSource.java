package org.giaoban.platform;

import java.util.List;

/** A module's entries in the side navigation: those the present viewer may use. */
public interface NavSource {

    List<NavItem> items();
}
