package org.giaoban.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Hears that a kept page about something was read; its handler was not asked. */
public interface PageRead {

    void read(UUID about, HttpServletRequest request);
}
