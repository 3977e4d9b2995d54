/** The public site: articles written from real work, approved by a second person, with figures that lead to their rows. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "pages",
            "search",
            "organization",
            "documents",
            "indicators",
            "people",
            "proofreading",
            "meetings",
            "pictures"
        })
@NullMarked
package org.giaoban.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
