/** The board of a briefing: what the units reported, promised and asked, gathered for one unit and one period. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "audit",
            "documents",
            "organization",
            "indicators",
            "reporting",
            "recommendations",
            "consolidation",
            "tasks",
            "meetings",
            "people"
        })
package org.giaoban.briefing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
