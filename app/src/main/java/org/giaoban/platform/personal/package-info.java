/** What modules say of the data about persons they keep: which tables, for what purpose, and what an erasure does to them. */
@NullMarked
package org.giaoban.platform.personal;

import org.jspecify.annotations.NullMarked;
