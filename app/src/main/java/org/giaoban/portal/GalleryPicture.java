package org.giaoban.portal;

import java.util.UUID;

/** One picture of a gallery. */
record GalleryPicture(UUID media, String caption, String alt) {

    boolean told() {
        return !alt.isBlank();
    }
}
