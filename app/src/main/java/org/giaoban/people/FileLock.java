package org.giaoban.people;

import org.giaoban.kernel.PersonId;

/** Whether the file of a person may be read and not changed for the time being; the module that knows implements it. */
public interface FileLock {

    boolean locked(PersonId person);
}
