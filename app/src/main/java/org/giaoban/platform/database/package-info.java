/** The database: the embedded PostgreSQL or an outside one, its migrations, and how transactions begin. */
@NullMarked
package org.giaoban.platform.database;

import org.jspecify.annotations.NullMarked;
