/** What became of what: from a directive over the conclusion, the order and its result to the figure, on one page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "access", "organization", "indicators", "tasks", "meetings"})
package org.giaoban.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
