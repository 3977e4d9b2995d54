/** Measures the packaged program from outside: how fast it starts, how fast its pages are, what the database does for them. */
@NullMarked
package org.giaoban.bench;

import org.jspecify.annotations.NullMarked;
