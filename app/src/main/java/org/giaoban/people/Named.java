package org.giaoban.people;

import org.giaoban.kernel.PersonId;

/** A person in a list to choose from. */
public record Named(PersonId id, String name, String code) {}
