package org.giaoban.vault;

/** Real keys for tests that have no key file. */
public final class TestKeys {

    private TestKeys() {}

    public static MacKey mac(int number, byte... material) {
        return new MacKey(new PurposeKeys.Key(number, material));
    }

    public static SigningKey signing() {
        return SigningKey.of(SigningKey.fresh());
    }
}
