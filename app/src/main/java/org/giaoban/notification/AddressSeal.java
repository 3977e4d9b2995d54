package org.giaoban.notification;

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

/** Addresses outside are kept under seal; they are found by a blind index that takes no notice of capitals. */
@Component
class AddressSeal {

    private static final Purpose PURPOSE = new Purpose("outside-mail");
    private static final String TABLE = "notification.mail";
    private static final String COLUMN = "address";

    private final Vault vault;

    AddressSeal(Vault vault) {
        this.vault = vault;
    }

    @Bean
    static SealedTable sealedMailAddresses() {
        var lookUp = new SealedTable.LookUp("address_index", COLUMN, AddressSeal::form);
        return new SealedTable(TABLE, "id", PURPOSE, List.of(COLUMN), lookUp);
    }

    private static String form(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    byte[] close(UUID mail, String address) {
        return vault.seal(PURPOSE, new Place(TABLE, COLUMN, mail), address).bytes();
    }

    String open(UUID mail, byte[] kept) {
        return vault.open(PURPOSE, new Place(TABLE, COLUMN, mail), new Sealed(kept));
    }

    byte[] index(String address) {
        return vault.index(PURPOSE, form(address));
    }
}
