/** Calculations over indicators as data: read, checked for their units of measure, carried out, written again. */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package org.giaoban.formulas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
