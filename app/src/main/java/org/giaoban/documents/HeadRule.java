package org.giaoban.documents;

import org.jspecify.annotations.Nullable;

/**
 * How the head of a paper reads for units of a kind that have none of their own.
 *
 * @param symbol the symbol of the issuer; {above} stands for that of the unit above
 * @param superior how the unit above is written over the name
 * @param words what the unit's name begins with as a committee
 * @param organisation what these words become where the organisation is meant, over papers of units below
 * @param placeAfter the place is what follows these words in the name; none: the place of the unit above
 */
record HeadRule(
        String kind,
        String symbol,
        Superior superior,
        String words,
        String organisation,
        @Nullable String placeAfter) {

    static final String ABOVE = "{above}";

    /** For kinds that no rule names. */
    static final HeadRule ANY = new HeadRule("", "", Superior.BODY, "", "", null);

    /** What stands over the issuer's name. */
    enum Superior {
        NOBODY,
        ORGANISATION,
        BODY
    }

    /** "Đảng ủy xã Ngàn Dẻ" over its branches is "Đảng bộ xã Ngàn Dẻ". */
    String organisation(String name) {
        return !words.isEmpty() && name.startsWith(words) ? organisation + name.substring(words.length()) : name;
    }

    /** A board does not say again whose it is: that stands in the line above. */
    String ownName(String name, String above) {
        var tail = " " + above;
        return superior == Superior.BODY && !above.isEmpty() && name.endsWith(tail)
                ? name.substring(0, name.length() - tail.length())
                : name;
    }

    String symbol(String name, String above) {
        return symbol.isEmpty() ? initials(name) : symbol.replace(ABOVE, above);
    }

    private static String initials(String name) {
        var letters = new StringBuilder();
        for (var word : name.split("\\s+")) {
            if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
                letters.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return letters.toString();
    }

    String place(String name, String above) {
        if (placeAfter != null && name.startsWith(placeAfter + " ")) {
            return name.substring(placeAfter.length()).strip();
        }
        return above.isEmpty() ? name : above;
    }
}
