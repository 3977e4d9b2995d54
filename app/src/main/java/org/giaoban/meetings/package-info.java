/** Meetings from the plan to the minutes: agenda, presence, conclusions that become tasks, and what the next one starts with. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "files",
            "documents",
            "notification",
            "search",
            "people",
            "organization",
            "wording",
            "tasks",
            "indicators"
        })
@NullMarked
package org.giaoban.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
