package org.giaoban.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.springframework.util.MultiValueMap;

/** The gallery as it stands on the page: pictures with their words, in the order typed, dragged or pressed. */
record GalleryForm(List<GalleryPicture> pictures) {

    private static final int WORDS = 300;

    private record Placed(GalleryPicture picture, int place) {}

    /** Reads the rows; those marked to go are left out, and a pressed arrow has already moved its row. */
    static GalleryForm read(MultiValueMap<String, String> sent, String button) {
        var ids = sent.getOrDefault("media", List.of());
        var gone = sent.getOrDefault("remove", List.of());
        var rows = new ArrayList<Placed>();
        for (var at = 0; at < Math.min(ids.size(), Galleries.MOST); at++) {
            if (!gone.contains(ids.get(at))) {
                var picture = new GalleryPicture(
                        UUID.fromString(ids.get(at)), cell(sent, "caption", at), cell(sent, "alt", at));
                rows.add(new Placed(picture, place(cell(sent, "order", at), at)));
            }
        }
        rows.sort(Comparator.comparingInt(Placed::place));
        var pictures =
                new ArrayList<>(rows.stream().map(Placed::picture).distinct().toList());
        move(pictures, button);
        return new GalleryForm(pictures);
    }

    private static void move(List<GalleryPicture> pictures, String button) {
        var up = button.startsWith("up:");
        if (!up && !button.startsWith("down:")) {
            return;
        }
        var id = button.substring(button.indexOf(':') + 1);
        for (var at = 0; at < pictures.size(); at++) {
            var other = up ? at - 1 : at + 1;
            if (pictures.get(at).media().toString().equals(id) && other >= 0 && other < pictures.size()) {
                Collections.swap(pictures, at, other);
                return;
            }
        }
    }

    GalleryForm with(UUID media) {
        if (pictures.stream().anyMatch(each -> each.media().equals(media))) {
            return this;
        }
        var more = new ArrayList<>(pictures);
        more.add(new GalleryPicture(media, "", ""));
        return new GalleryForm(more);
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (var at = 0; at < pictures.size(); at++) {
            if (pictures.get(at).alt().length() > WORDS) {
                errors.put("alt-" + at, Texts.text("portal.form.too-long", WORDS));
            }
            if (pictures.get(at).caption().length() > WORDS) {
                errors.put("caption-" + at, Texts.text("portal.form.too-long", WORDS));
            }
        }
        if (pictures.size() > Galleries.MOST) {
            errors.put("files", Texts.text("portal.gallery.too-many", Galleries.MOST));
        }
        return errors;
    }

    private static int place(String order, int at) {
        return order.matches("\\d{1,3}") ? Integer.parseInt(order) : at + 1;
    }

    private static String cell(MultiValueMap<String, String> sent, String name, int at) {
        var cells = sent.getOrDefault(name, List.of());
        return at < cells.size() ? VietnameseText.nfc(cells.get(at)).strip() : "";
    }
}
