/** What goes into the log: words of ours, never what somebody typed or what stands in a row. */
@NullMarked
package org.giaoban.platform.log;

import org.jspecify.annotations.NullMarked;
