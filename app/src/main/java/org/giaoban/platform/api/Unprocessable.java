package org.giaoban.platform.api;

import java.util.List;

/** A request that can be read but says something impossible: what is wrong, field by field (422). */
public class Unprocessable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Flaw> flaws;

    public Unprocessable(List<Problem.Flaw> flaws) {
        super("unprocessable");
        this.flaws = List.copyOf(flaws);
    }

    public Unprocessable(String field, String detail) {
        this(List.of(new Problem.Flaw(field, detail)));
    }

    public List<Problem.Flaw> flaws() {
        return flaws;
    }
}
