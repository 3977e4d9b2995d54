/** What every handler of the API stands on: its mark, pages, errors as problems, and the description of all of it. */
@NullMarked
package org.giaoban.platform.api;

import org.jspecify.annotations.NullMarked;
