/** Whether a conclusion can be followed up: vague words marked, who, when and measure asked for, by lists the office edits. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "people",
            "organization",
            "indicators"
        })
@NullMarked
package org.giaoban.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
