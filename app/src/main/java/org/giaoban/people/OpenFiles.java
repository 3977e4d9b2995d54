package org.giaoban.people;

import org.giaoban.kernel.PersonId;
import org.giaoban.platform.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which files may be changed: whoever wants their data only to be kept is not changed by anybody, here or in modules above. */
@Component
public class OpenFiles {

    private final ObjectProvider<FileLock> locks;

    OpenFiles(ObjectProvider<FileLock> locks) {
        this.locks = locks;
    }

    public void demandOpen(PersonId id) {
        if (locks.stream().anyMatch(lock -> lock.locked(id))) {
            throw new Refused("people.person.restricted");
        }
    }
}
