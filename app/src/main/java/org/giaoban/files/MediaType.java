package org.giaoban.files;

/** The kinds of file the office works with; anything else is refused. */
enum MediaType {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ODT("application/vnd.oasis.opendocument.text"),
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    ODP("application/vnd.oasis.opendocument.presentation"),
    ZIP("application/zip"),
    OFFICE_97("application/x-ole-storage"),
    MP3("audio/mpeg"),
    MP4("video/mp4"),
    TEXT("text/plain");

    private final String mime;

    MediaType(String mime) {
        this.mime = mime;
    }

    String mime() {
        return mime;
    }
}
