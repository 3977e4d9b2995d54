package org.giaoban.readers;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.vault.Place;
import org.giaoban.vault.Purpose;
import org.giaoban.vault.Sealed;
import org.giaoban.vault.SealedTable;
import org.giaoban.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Addresses of subscribers are kept under seal; they are found by a blind index that takes no notice of capitals. */
@Component
class SubscriberSeal {

    private static final Purpose PURPOSE = new Purpose("subscriber");
    private static final String TABLE = "readers.subscriber";
    private static final String COLUMN = "address";

    private final Vault vault;

    SubscriberSeal(Vault vault) {
        this.vault = vault;
    }

    @Bean
    static SealedTable sealedSubscribers() {
        var lookUp = new SealedTable.LookUp("address_index", COLUMN, SubscriberSeal::form);
        return new SealedTable(TABLE, "id", PURPOSE, List.of(COLUMN), lookUp);
    }

    private static String form(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    byte[] close(UUID subscriber, String address) {
        return vault.seal(PURPOSE, new Place(TABLE, COLUMN, subscriber), address)
                .bytes();
    }

    String open(UUID subscriber, byte[] kept) {
        return vault.open(PURPOSE, new Place(TABLE, COLUMN, subscriber), new Sealed(kept));
    }

    byte[] index(String address) {
        return vault.index(PURPOSE, form(address));
    }
}
