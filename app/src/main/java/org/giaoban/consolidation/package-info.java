/** What a level sends up for a period: frozen when it is sent, held against the present ever after, never changed in silence. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "notification",
            "documents",
            "organization",
            "indicators",
            "reporting"
        })
@NullMarked
package org.giaoban.consolidation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
