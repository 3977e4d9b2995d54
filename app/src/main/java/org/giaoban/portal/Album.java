package org.giaoban.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures of a text: the one at its head and those of its gallery, in their order. */
public record Album(@Nullable PictureView first, List<PictureView> gallery) {}
