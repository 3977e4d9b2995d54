package org.giaoban.pageimport;

import org.giaoban.files.Bundle;

/** A saved page and the files that came with it. */
record SavedPage(Bundle.Item page, Beside beside) {}
