/** How the system itself is: its health for programs, its state for those who keep it running. Nobody depends on it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "access"})
package org.giaoban.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
