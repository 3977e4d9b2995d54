package org.giaoban.portal;

import org.giaoban.pictures.Copies;

/** A picture as pages show it: its copies, what stands under it, and what is said to those who cannot see it. */
public record PictureView(Copies copies, String caption, String alt) {

    public String href() {
        return copies.href();
    }
}
