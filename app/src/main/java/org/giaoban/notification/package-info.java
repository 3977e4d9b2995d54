/** What people are told: the inbox, and one list of reminders per person and day, on screen and by mail. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "vault"})
@NullMarked
package org.giaoban.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
