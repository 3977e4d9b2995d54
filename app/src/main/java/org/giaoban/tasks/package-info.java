/** Orders and the work they ask for: who owes what to whom, by when, measured how, and how far it is. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "files",
            "notification",
            "search",
            "people",
            "organization",
            "indicators",
            "wording"
        })
@NullMarked
package org.giaoban.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
