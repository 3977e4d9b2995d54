/** Pictures drawn anew on the way in, in the widths and formats that pages need; who shows one says whether everybody may see it. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access"})
@NullMarked
package org.giaoban.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
