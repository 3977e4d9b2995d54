/** Readers of the public site: their ratings, comments, error reports and newsletter, and how many came; never who they are. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "notification",
            "pages",
            "portal",
            "vault"
        })
@NullMarked
package org.giaoban.readers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
