package org.giaoban.indicators;

import java.util.Set;

/**
 * What decides whether a unit is asked for something: its kind, and which kinds stand somewhere below it.
 *
 * @param top whether nobody stands above it, to whom it could owe anything
 */
public record UnitSort(String kind, Set<String> below, boolean top) {}
