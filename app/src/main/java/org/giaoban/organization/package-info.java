/** Units and their tree as of any day, the posts in them and who holds which from when to when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "access", "audit", "search", "people"})
package org.giaoban.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
