package org.giaoban.portal;

import java.util.List;

/** More public pages for the map of the site, beside articles and categories; a module above names its own. */
public interface SiteMapPart {

    /** Addresses on this site, beginning with a slash; a few thousand at most. */
    List<String> hrefs();
}
