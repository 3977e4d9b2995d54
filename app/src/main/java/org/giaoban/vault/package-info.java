/** Keys outside the database, and what is done with them: sealing fields, looking up without opening, signing. */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package org.giaoban.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
