package org.giaoban.pageimport;

import java.util.Optional;
import org.giaoban.files.Bundle;

/** The files that lie beside a saved page. */
interface Beside {

    /** The file that the page calls so. */
    Optional<Bundle.Item> find(String reference);
}
