/** Public pages kept as bytes for visitors without a session, until something public changes. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity"})
@NullMarked
package org.giaoban.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
