package org.giaoban.portal;

/**
 * An entry of the public bar.
 *
 * @param code what a page names to say that it stands under this entry
 */
public record Heading(String code, String name, String href) {}
