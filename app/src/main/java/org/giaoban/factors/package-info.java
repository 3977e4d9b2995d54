/** Second factors: codes of an app and on paper, passkeys, who needs one, and before what a fresh proof is asked. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "access", "audit", "vault"})
@NullMarked
package org.giaoban.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
