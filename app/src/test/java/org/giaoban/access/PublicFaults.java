package org.giaoban.access;

import org.giaoban.platform.ForEveryone;
import org.jooq.DSLContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Public handlers that a test plants: one says as whom the database is asked, one reads what no visitor may. */
public final class PublicFaults {

    private final DSLContext db;

    PublicFaults(DSLContext db) {
        this.db = db;
    }

    @ForEveryone
    public ResponseEntity<String> role() {
        return text(String.valueOf(db.fetchValue("select current_user")));
    }

    @ForEveryone
    public ResponseEntity<String> accounts() {
        return text(
                String.valueOf(db.fetch("select login from identity.account").getValues(0)));
    }

    private static ResponseEntity<String> text(String said) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(said);
    }
}
