package org.giaoban.people;

/** The numbers that name a person for good; empty where none is known. */
record Numbers(String citizen, String memberCard) {

    static final Numbers NONE = new Numbers("", "");

    /** Which number. */
    enum Kind {
        CITIZEN,
        MEMBER_CARD
    }

    String of(Kind kind) {
        return kind == Kind.CITIZEN ? citizen : memberCard;
    }

    /** As it is kept and looked for: without the marks people put between. */
    static String bare(String typed) {
        return typed.replaceAll("[\\s.\\-]", "");
    }
}
