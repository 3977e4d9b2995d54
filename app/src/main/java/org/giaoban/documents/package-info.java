/** The papers an organisation issues: Word templates the office edits, the register of numbers, and every issued document. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "access", "audit", "files", "search"})
@NullMarked
package org.giaoban.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
