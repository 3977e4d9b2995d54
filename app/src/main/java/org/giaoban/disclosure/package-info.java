/** What an agency owes the public besides news: documents, officials, work, figures, pages; each let out by a second person. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "pages",
            "search",
            "files",
            "documents",
            "people",
            "organization",
            "indicators",
            "tasks",
            "meetings",
            "pictures",
            "portal"
        })
@NullMarked
package org.giaoban.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
