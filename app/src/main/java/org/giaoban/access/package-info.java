/** Who may do what, in which units, from when until when: asked once at the door of every use case. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity"})
@NullMarked
package org.giaoban.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
