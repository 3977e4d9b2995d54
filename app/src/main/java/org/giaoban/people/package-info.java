/** Persons the organisation knows: their names, and apart and guarded how to reach them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "access", "audit", "search", "vault"})
package org.giaoban.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
