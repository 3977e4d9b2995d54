package org.giaoban.portal;

import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.Pictures;
import org.giaoban.pictures.Upload;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes pictures in that come with texts written elsewhere; outside any transaction, for drawing takes its time. */
@Service
public class ReceivedPictures {

    private final Pictures pictures;

    ReceivedPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    /** The picture as it is kept, or why it is not, in the viewer's language. */
    public record Taken(@Nullable UUID media, String why) {}

    public Taken take(UnitId unit, String name, byte[] bytes) {
        try {
            return new Taken(pictures.add(unit, new Upload(named(name, bytes), bytes)), "");
        } catch (Refused refused) {
            return new Taken(null, refused.text());
        }
    }

    /** Pages call their pictures as they like; what it is its bytes say. */
    private static String named(String name, byte[] bytes) {
        var ending = bytes.length > 1 && bytes[0] == (byte) 0x89 ? ".png" : ".jpg";
        var picture = bytes.length > 1 && (bytes[0] == (byte) 0x89 || bytes[0] == (byte) 0xFF);
        return picture ? name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "") + ending : name;
    }
}
