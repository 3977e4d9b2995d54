/** Periodic returns: forms, workbooks out and in, checks, and who reported. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "access",
            "audit",
            "files",
            "notification",
            "organization",
            "indicators",
            "spreadsheets"
        })
@NullMarked
package org.giaoban.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
