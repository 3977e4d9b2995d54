package org.giaoban.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;

/** A module says of objects of one kind by which rights they are read; the page that shows who can see something asks. */
public interface ReaderSource {

    /** The kind, as it stands in the address of the page. */
    String kind();

    /** The object of that id or code, whoever asks; the page asks for the right to know of it. */
    Optional<Readable> find(String id);

    /** What stands in the address, where the objects have ids. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /**
     * One object.
     *
     * @param ways whoever holds one of these rights there sees it
     * @param open whether everybody sees it, signed in or not
     */
    record Readable(String title, String href, UnitId unit, List<Capability> ways, boolean open) {}
}
