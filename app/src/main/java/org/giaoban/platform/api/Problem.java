package org.giaoban.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, in the form of RFC 9457.
 *
 * @param type names the kind of failure for programs; it never changes
 * @param title the kind of failure in words
 * @param detail what is wrong this time, in words
 * @param instance the address that was asked
 * @param incident names the failure in the server's log; null unless the fault is ours
 * @param errors what is wrong with which part of the request
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String incident,
        List<Flaw> errors) {

    /**
     * One thing wrong with a request.
     *
     * @param field the parameter, or the path of the member inside the body
     */
    public record Flaw(String field, String detail) {}
}
