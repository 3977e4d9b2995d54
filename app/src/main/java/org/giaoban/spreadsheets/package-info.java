/** Reads .xlsx and .ods as data, streaming and within limits; knows nothing of what the cells mean. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "files"})
@NullMarked
package org.giaoban.spreadsheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
