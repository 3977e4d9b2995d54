/** The ledger of recommendations: what units ask of those above them, at whose desk it lies, and what came of it. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "notification",
            "organization",
            "reporting",
            "meetings"
        })
@NullMarked
package org.giaoban.recommendations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
