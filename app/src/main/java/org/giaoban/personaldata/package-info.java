/** What the law gives those whom data are about: to see, correct, take along and erase them, and to know who read them. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "notification",
            "people",
            "organization",
            "documents",
            "tasks"
        })
@NullMarked
package org.giaoban.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
