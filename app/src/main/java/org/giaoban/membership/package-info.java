/** The rosters of branches: who belongs where since when, in what standing, who is away, and who is expected at a meeting. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "files",
            "spreadsheets",
            "people",
            "organization",
            "meetings"
        })
@NullMarked
package org.giaoban.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
