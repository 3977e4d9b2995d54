package org.giaoban.pictures;

/** Good pictures for the tests of other modules. */
public final class PictureFiles {

    private PictureFiles() {}

    public static Upload png(int width, int height) {
        return new Upload("anh.png", Files.picture("png", width, height));
    }

    public static Upload archive() {
        return new Upload("an.png", Files.joined(Files.picture("png", 20, 20), Files.archive()));
    }
}
