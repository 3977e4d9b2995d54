/** Pages of other portals: read by general features, no site known by name, and made into drafts for an editor. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "files",
            "organization",
            "proofreading",
            "portal"
        })
@NullMarked
package org.giaoban.pageimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
