/** What happens in a meeting while it runs: who is here, who speaks, what is noted, how hands are raised. */
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "identity", "access", "audit", "people", "organization", "meetings"
        })
@NullMarked
package org.giaoban.proceedings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
