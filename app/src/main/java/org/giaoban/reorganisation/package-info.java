/** Reorganisations of the tree as plans: drafted, rehearsed, executed in one piece, undone while the rule allows it. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "documents",
            "people",
            "organization"
        })
@NullMarked
package org.giaoban.reorganisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
