package org.giaoban.pictures;

/** A file that ends too early or contradicts itself. */
class BrokenPicture extends Exception {

    private static final long serialVersionUID = 1L;
}
