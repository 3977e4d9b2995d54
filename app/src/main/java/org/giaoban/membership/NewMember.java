package org.giaoban.membership;

import java.time.LocalDate;
import org.giaoban.membership.Member.Arrival;
import org.giaoban.people.Gender;
import org.jspecify.annotations.Nullable;

/** What is said of somebody who comes onto a roster; a person already known is found by the code. */
record NewMember(
        String code,
        String name,
        Gender gender,
        @Nullable Integer birthYear,
        String state,
        LocalDate from,
        @Nullable LocalDate admittedOn,
        Arrival arrived) {}
