/** Copies of everything, sealed so that only a key kept elsewhere opens them, and the way back to any moment. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "audit"})
@NullMarked
package org.giaoban.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
