/** What happens before a meeting: the notice and who has it, what units propose for the agenda, the papers and whom they reach. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "files",
            "documents",
            "notification",
            "search",
            "people",
            "organization",
            "meetings"
        })
@NullMarked
package org.giaoban.preparation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
