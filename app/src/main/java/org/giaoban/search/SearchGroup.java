package org.giaoban.search;

import org.giaoban.access.Capability;

/**
 * What the hits of one module stand under.
 *
 * @param order place among the others, small first
 * @param titleKey text key of the heading
 * @param icon Tabler icon without "ti-"
 * @param capability what the viewer must hold to see hits; the scope handed to {@link SearchSource#find} is of this capability
 * @param beyondScope whether somebody without that capability may find something all the same; the scope is then empty
 */
public record SearchGroup(int order, String titleKey, String icon, Capability capability, boolean beyondScope) {}
