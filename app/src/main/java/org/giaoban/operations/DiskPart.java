package org.giaoban.operations;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.giaoban.platform.Formats;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Line;
import org.giaoban.platform.Settings;
import org.giaoban.platform.Sizes;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The disk everything is kept on: told of long before it is full. */
@Component
@Order(20)
class DiskPart implements StateSource {

    private static final long LITTLE = 2L << 30;
    private static final long TOO_LITTLE = 512L << 20;
    private static final double LITTLE_SHARE = 0.15;
    private static final double TOO_LITTLE_SHARE = 0.03;

    private final Path data;

    DiskPart(Settings settings) {
        data = settings.data().toAbsolutePath();
    }

    @Override
    public String part() {
        return "disk";
    }

    @Override
    public PartState state() {
        return new PartState(Texts.text("operations.disk"), "device-sd-card", List.of(space(), writable()));
    }

    private Line space() {
        var label = Texts.text("operations.disk.free");
        try {
            var disk = disk();
            return space(label, disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException unreadable) {
            return Line.fault(label, Texts.text("operations.unknown"), Texts.text("operations.disk.advice"));
        }
    }

    static Line space(String label, long free, long total) {
        var percents = total == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(100.0 * free / total);
        var value = Texts.text(
                "operations.disk.free.value", Sizes.text(free), Sizes.text(total), Formats.percent(percents, 0));
        var advice = Texts.text("operations.disk.advice");
        if (free < TOO_LITTLE || free < LITTLE && free < TOO_LITTLE_SHARE * total) {
            return Line.fault(label, value, advice);
        }
        // A large disk is not short of space with a small share of it left.
        return free < LITTLE || free < LITTLE_SHARE * total && free < 10 * LITTLE
                ? Line.notice(label, value, advice)
                : Line.fine(label, value);
    }

    private Line writable() {
        var label = Texts.text("operations.disk.folder");
        return Files.isWritable(existing())
                ? Line.fine(label, data.toString())
                : Line.fault(label, data.toString(), Texts.text("operations.disk.read-only"));
    }

    private FileStore disk() throws IOException {
        return Files.getFileStore(existing());
    }

    /** The folder itself is made when something is first kept. */
    private Path existing() {
        var folder = data;
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
