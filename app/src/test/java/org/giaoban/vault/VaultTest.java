package org.giaoban.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.giaoban.platform.Actor;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Values that open only with the right key, for the right purpose, in the right place. */
@GiaoBanTest
class VaultTest {

    private static final Purpose TRIAL = new Purpose("trial");
    private static final Purpose OTHER = new Purpose("other-trial");
    private static final Place PLACE = new Place("people.contact", "phone", UUID.randomUUID());
    private static final String TEXT = "0912 345 678 – số riêng";

    @Autowired
    Vault vault;

    @Autowired
    PurposeKeys keys;

    @Autowired
    KeyFile file;

    @Autowired
    SealedRows rows;

    @Autowired
    ObjectProvider<SealedTable> tables;

    @Autowired
    Actor actor;

    @Autowired
    DSLContext db;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatIsSealedOpensInItsPlace() {
        assertThat(vault.open(TRIAL, PLACE, vault.seal(TRIAL, PLACE, TEXT))).isEqualTo(TEXT);
        assertThat(vault.seal(TRIAL, PLACE, "")).isEqualTo(Sealed.EMPTY);
        assertThat(vault.open(TRIAL, PLACE, Sealed.EMPTY)).isEmpty();
    }

    @Test
    void itTellsNothing() {
        var seen = new HashSet<String>();
        for (var turn = 0; turn < 50; turn++) {
            var bytes = vault.seal(TRIAL, PLACE, TEXT).bytes();
            var shown = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(shown).doesNotContain("0912");
            assertThat(seen.add(shown)).as("no two are alike").isTrue();
        }
    }

    @Test
    void itOpensForNoOtherPurposeTableColumnOrRow() {
        var sealed = vault.seal(TRIAL, PLACE, TEXT);
        vault.seal(OTHER, PLACE, TEXT);
        var elsewhere = List.of(
                new Place("people.other", "phone", PLACE.id()),
                new Place("people.contact", "email", PLACE.id()),
                new Place("people.contact", "phone", UUID.randomUUID()));

        for (var place : elsewhere) {
            assertThatThrownBy(() -> vault.open(TRIAL, place, sealed)).isInstanceOf(NotAuthentic.class);
        }
        assertThatThrownBy(() -> vault.open(OTHER, PLACE, sealed)).isInstanceOf(NotAuthentic.class);
    }

    @Test
    void anyChangedBitIsFound() {
        var sealed = vault.seal(TRIAL, PLACE, TEXT).bytes();
        for (var at = 0; at < sealed.length; at++) {
            for (var bit = 0; bit < Byte.SIZE; bit++) {
                var changed = sealed.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> vault.open(TRIAL, PLACE, new Sealed(changed)))
                        .isInstanceOf(NotAuthentic.class);
            }
        }
        for (var length = 1; length < sealed.length; length++) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> vault.open(TRIAL, PLACE, new Sealed(cut))).isInstanceOf(NotAuthentic.class);
        }
    }

    /** A value that nobody sealed is not taken for one that somebody did. */
    @Test
    void plainTextIsNoSealedValue() {
        var plain = ("\0" + TEXT).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> vault.open(TRIAL, PLACE, new Sealed(plain))).isInstanceOf(NotAuthentic.class);
    }

    @Test
    void theBlindIndexIsTheSameForTheSameTextOfOnePurpose() {
        assertThat(vault.index(TRIAL, "042080001234"))
                .isEqualTo(vault.index(TRIAL, "042080001234"))
                .isNotEqualTo(vault.index(TRIAL, "042080001235"))
                .isNotEqualTo(vault.index(OTHER, "042080001234"))
                .hasSize(32);
    }

    @Test
    void aSignatureIsCheckedByThePublicKeyAlone() {
        var text = "dấu niêm phong".getBytes(StandardCharsets.UTF_8);
        var key = vault.signingKey(TRIAL);
        var signature = key.sign(text);

        assertThat(SigningKey.verifies(key.publicKey(), text, signature)).isTrue();
        assertThat(vault.signingKey(TRIAL).publicKey()).isEqualTo(key.publicKey());
        text[0]++;
        assertThat(SigningKey.verifies(key.publicKey(), text, signature)).isFalse();
        assertThat(SigningKey.verifies(vault.signingKey(OTHER).publicKey(), text, signature))
                .isFalse();
        assertThat(SigningKey.verifies(new byte[3], text, signature)).isFalse();
    }

    /** Negative control: the same rows with another key file. */
    @Test
    void anotherKeyFileOpensNothingAndIsNotMadeByItself(@TempDir Path folder) {
        var sealed = vault.seal(TRIAL, PLACE, TEXT);
        var strange = new KeyFile(folder.resolve("strange.keys"));
        var start = start(strange);

        assertThatThrownBy(start::check)
                .isInstanceOf(NotAuthentic.class)
                .hasMessageContaining("strange.keys is missing");
        assertThat(strange.exists()).isFalse();

        strange.create();
        assertThatThrownBy(start::check).isInstanceOf(NotAuthentic.class);
        assertThat(vault.open(TRIAL, PLACE, sealed)).isEqualTo(TEXT);
    }

    @Test
    void theKeyFileLiesOutsideTheDatabase() throws Exception {
        assertThat(Files.exists(file.path())).isTrue();
        var secrets = file.read().values().stream()
                .map(key -> java.util.HexFormat.of().formatHex(key.getEncoded()))
                .toList();
        var kept =
                db.fetch("select encode(wrapped, 'hex') from vault.wrapped_key").getValues(0, String.class);
        vault.seal(TRIAL, PLACE, TEXT);
        assertThat(kept).noneMatch(wrapped -> secrets.stream().anyMatch(wrapped::contains));
    }

    @Test
    void manyThreadsMakeOneKey() throws Exception {
        var purpose = new Purpose("many-" + Math.abs(new Random().nextInt(100_000)));
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(6)) {
            var indexes = threads.invokeAll(java.util.Collections.nCopies(
                    12, (java.util.concurrent.Callable<byte[]>) () -> vault.index(purpose, "x")));
            for (var index : indexes) {
                assertThat(index.get()).isEqualTo(vault.index(purpose, "x"));
            }
        }
    }

    private VaultStart start(KeyFile with) {
        return new VaultStart(new PurposeKeys(db, transactions, with, clock), with, rows, tables, table -> {}, actor);
    }
}
