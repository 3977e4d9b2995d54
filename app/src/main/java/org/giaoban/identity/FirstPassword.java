package org.giaoban.identity;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A first password that can be read out on the telephone: no letters that look or sound alike. */
public final class FirstPassword {

    private static final String LETTERS = "abcdefghkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPassword() {}

    public static String madeUp() {
        return RANDOM.ints(GROUPS, 0, Integer.MAX_VALUE)
                .mapToObj(ignored -> group())
                .collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
