/** Uploaded files: kept by content hash, typed by their bytes, read only by those who may read the object that owns them. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "access", "audit"})
@NullMarked
package org.giaoban.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
