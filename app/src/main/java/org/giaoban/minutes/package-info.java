/** The minutes of meetings: drawn up, read out, remarked on, adopted, signed, locked; the yearly book, and the notice of conclusions. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "documents",
            "notification",
            "people",
            "organization",
            "meetings",
            "proceedings"
        })
@NullMarked
package org.giaoban.minutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
