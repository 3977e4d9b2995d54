/** One search box over everything a viewer may see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "access"})
package org.giaoban.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
