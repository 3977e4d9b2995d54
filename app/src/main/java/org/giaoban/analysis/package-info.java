/** Figures looked at from every side: one indicator through time, units beside each other, and tables turned at will. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "documents",
            "organization",
            "indicators"
        })
package org.giaoban.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
