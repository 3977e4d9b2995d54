package org.giaoban.portal;

import org.giaoban.pages.KeptPages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whatever changes on the public site makes all its pages anew: lists, neighbours and feeds hang on every article. */
@Component
class PagesAnew {

    private final KeptPages pages;

    PagesAnew(KeptPages pages) {
        this.pages = pages;
    }

    /** Still in the transaction that writes it, so that nothing can be changed without being noticed. */
    @EventListener
    void on(PublishedChanged changed) {
        pages.changed();
    }
}
