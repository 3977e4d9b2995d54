/** Giao Ban: the working cycle of a many-level organisation, from directive to public news. */
@NullMarked
package org.giaoban;

import org.jspecify.annotations.NullMarked;
