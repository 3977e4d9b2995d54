package org.giaoban.reporting;

import java.util.UUID;
import org.giaoban.audit.ObjectRef;
import org.giaoban.files.FileOwner;

/** Identity of one return, with the cell its rows live in. */
record ReturnId(short cell, UUID value) {

    static final String KIND = "return";

    ObjectRef ref() {
        return new ObjectRef(KIND, value);
    }

    FileOwner owner() {
        return new FileOwner(KIND, value);
    }
}
