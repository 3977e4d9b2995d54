/** Accounts, passwords, log-in and sessions: who is looking. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "vault"})
@NullMarked
package org.giaoban.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
