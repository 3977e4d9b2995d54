package org.giaoban.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Hears that a page about something was read, after it was made or while it is kept. */
public interface PageRead {

    void read(UUID about, HttpServletRequest request);
}
