package org.giaoban.pictures;

/**
 * A picture file taken apart.
 *
 * @param kept the parts that make the picture, put together again
 * @param foreign everything else that was in the file or behind it
 */
record Parts(Original.Kind kind, int width, int height, int turn, byte[] kept, byte[] foreign) {}
