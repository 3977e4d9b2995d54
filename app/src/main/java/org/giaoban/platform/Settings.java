package org.giaoban.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The installation's settings.
 *
 * @param data folder of everything this installation keeps on disk
 * @param demo whether the demonstration story is loaded and its accounts are shown
 * @param story the demonstration story's name
 * @param database which PostgreSQL; absent means the embedded one
 * @param scanCommand program asked about every upload, with the file's path as its last argument; absent means none
 */
@ConfigurationProperties("giaoban")
public record Settings(
        @DefaultValue("./data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("vu-quang-2018-11") String story,
        @Nullable Database database,
        @Nullable String scanCommand) {

    /**
     * An outside PostgreSQL 18 that the given user owns a database on, or how much memory the embedded one has.
     *
     * @param url absent means the embedded one
     * @param portalUser who answers visitors, where the administrator made the role; absent means giaoban_portal
     * @param portalPassword their password; absent means one that follows from the owner's and is set by the first start
     * @param memory what the embedded one keeps its tables' pages in; an outside one is set up by whoever runs it
     */
    public record Database(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String portalUser,
            @Nullable String portalPassword,
            @DefaultValue("256MB") DataSize memory) {}
}
