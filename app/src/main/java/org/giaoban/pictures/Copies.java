package org.giaoban.pictures;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a page needs to show a picture: its largest size and the widths it is kept in. */
public record Copies(UUID id, int width, int height, List<Integer> webp, List<Integer> jpeg) {

    public Copies {
        webp = List.copyOf(webp);
        jpeg = List.copyOf(jpeg);
    }

    /** The address of the copy every browser can show. */
    public String href() {
        return "/anh/" + id;
    }

    public boolean modern() {
        return !webp.isEmpty();
    }

    public String webpSet() {
        return set(webp, "webp");
    }

    public String jpegSet() {
        return set(jpeg, "jpg");
    }

    private String set(List<Integer> widths, String ending) {
        return widths.stream()
                .map(wide -> href() + "/" + wide + "." + ending + " " + wide + "w")
                .collect(Collectors.joining(", "));
    }
}
