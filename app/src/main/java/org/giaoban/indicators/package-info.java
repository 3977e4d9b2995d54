/** What is counted, what was planned and what came of it: catalogue, targets, values, and the passport of every figure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"formulas", "organization", "access", "audit", "identity", "search"})
package org.giaoban.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
