/** How good branch meetings are: dated score sheets, two scorers, the year's grade; who follows which branch and visited it. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "people",
            "organization",
            "tasks",
            "wording",
            "meetings",
            "proceedings",
            "membership"
        })
@NullMarked
package org.giaoban.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
