package org.giaoban.identity;

import java.util.Optional;
import org.giaoban.kernel.PersonId;

/** Finds the person an account belongs to; the register of persons implements it. */
public interface PersonCodes {

    Optional<PersonId> byCode(String code);
}
