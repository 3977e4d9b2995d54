package org.giaoban.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;

/** The posts of persons, for their pages; the module that knows posts implements it. */
public interface Career {

    /** A post held now or before; {@code href} leads to the unit, {@code method} is a text ready to show. */
    record Held(String title, String unit, String href, String method, DateRange valid, String decision) {}

    /** All posts of a person, the latest first. */
    List<Held> of(PersonId person);

    /** The titles of today; persons without a post are left out. */
    Map<PersonId, String> titles(Collection<PersonId> persons);
}
