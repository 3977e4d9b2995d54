/** Reads a text as a careful colleague would: sums that do not hold, dates, terms, titles, spelling, figures the register knows. */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package org.giaoban.proofreading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
