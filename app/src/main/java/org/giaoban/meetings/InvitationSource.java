package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;

/** Whom a module above knows to be invited to a unit's meeting of a kind: its members, those who follow it. */
public interface InvitationSource {

    List<Invited> invited(UnitId unit, String kind, LocalDate day);

    /** Somebody with the title they are invited under, and whether they vote there. */
    record Invited(PersonId person, UnitId unit, String name, String title, boolean votes) {}
}
