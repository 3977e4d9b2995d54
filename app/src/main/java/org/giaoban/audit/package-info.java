/** Who changed or read what, and when: written once, chained by hashes, never altered. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "access", "vault"})
@NullMarked
package org.giaoban.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
