package org.giaoban.portal;

import java.time.Instant;
import org.giaoban.kernel.UnitId;

/** A published article as rooms above know it. */
public record PublishedArticle(ArticleId id, UnitId unit, String title, String lead, String href, Instant at) {}
