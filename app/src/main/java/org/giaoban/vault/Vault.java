package org.giaoban.vault;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/**
 * Seals single fields with keys that lie outside the database. Whoever keeps sealed columns declares them as a
 * {@link SealedTable}, so that what stood there before is sealed and new keys reach all of it.
 */
@Service
public class Vault {

    private final PurposeKeys keys;

    Vault(PurposeKeys keys) {
        this.keys = keys;
    }

    /** Only for this purpose and in this place it opens again. */
    public Sealed seal(Purpose purpose, Place place, String text) {
        if (text.isEmpty()) {
            return Sealed.EMPTY;
        }
        var key = keys.present(new WrappedKey.Name(purpose, WrappedKey.Use.SEAL));
        var closed = Gcm.close(aes(key), place.bound(purpose), text.getBytes(StandardCharsets.UTF_8));
        return Sealed.of(key.number(), closed);
    }

    /** @throws NotAuthentic when it was changed, or was sealed for another place */
    public String open(Purpose purpose, Place place, Sealed sealed) {
        if (sealed.isEmpty()) {
            return "";
        }
        var key = keys.numbered(new WrappedKey.Name(purpose, WrappedKey.Use.SEAL), sealed.key());
        var open = Gcm.open(aes(key), place.bound(purpose), sealed.bytes(), Sealed.HEAD);
        return new String(open, StandardCharsets.UTF_8);
    }

    /** The same for the same text, and telling nothing about it without the key: by this a sealed value is found. */
    public byte[] index(Purpose purpose, String text) {
        var key = new MacKey(keys.present(new WrappedKey.Name(purpose, WrappedKey.Use.INDEX)));
        return key.mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    public MacKey macKey(Purpose purpose) {
        return new MacKey(keys.present(new WrappedKey.Name(purpose, WrappedKey.Use.MAC)));
    }

    /** Every key there ever was by its number, to check what was written with them; read at once, not when one is needed. */
    public Map<Integer, MacKey> macKeys(Purpose purpose) {
        return keys.every(new WrappedKey.Name(purpose, WrappedKey.Use.MAC)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, key -> new MacKey(key.getValue())));
    }

    public SigningKey signingKey(Purpose purpose) {
        var name = new WrappedKey.Name(purpose, WrappedKey.Use.SIGN);
        return SigningKey.of(keys.present(name, SigningKey::fresh).material());
    }

    private static SecretKeySpec aes(PurposeKeys.Key key) {
        return new SecretKeySpec(key.material(), "AES");
    }
}
