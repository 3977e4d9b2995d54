package org.giaoban.kernel;

import java.util.Random;

/** Random input that can be had again: the seed is printed and may be set with -Dgiaoban.seed. */
public final class Seeded {

    private Seeded() {}

    public static Random random(String what) {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("Seed of " + what + ": " + seed);
        return new Random(seed);
    }
}
