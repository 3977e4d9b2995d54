/** What every module stands on: errors, pages, texts, settings, database, command line. */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "kernel")
@NullMarked
package org.giaoban.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
