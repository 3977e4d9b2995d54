package org.giaoban.platform.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk in a file whose plug can be pulled: what was not yet written to it is gone. Needs the superuser. */
final class LoopDisk implements AutoCloseable {

    private static final long BYTES = 1L << 30;

    /** The request FS_IOC_SHUTDOWN of Linux and its flag that not even the file system's journal is written. */
    private static final long SHUTDOWN = 0x8004587DL;

    private static final int WITHOUT_JOURNAL = 2;
    private static final int READ_DIRECTORY = 0x10000;

    private final Path image;
    private final Path mount;

    private LoopDisk(Path image, Path mount) {
        this.image = image;
        this.mount = mount;
    }

    static LoopDisk make(Path folder, String kind) throws IOException {
        var image = folder.resolve(kind + ".img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        run("mkfs." + kind, kind.equals("xfs") ? "-q" : "-qF", image.toString());
        var disk = new LoopDisk(image, Files.createDirectory(folder.resolve(kind)));
        disk.plugIn();
        PostgresHome.letPass(disk.mount);
        return disk;
    }

    static boolean possible(String kind) {
        return Shell.run(List.of("id", "-u")).output().equals("0")
                && Shell.succeeds(List.of("sh", "-c", "command -v losetup && command -v mkfs." + kind));
    }

    Path folder() {
        return mount;
    }

    void plugIn() {
        run("mount", "-o", "loop", image.toString(), mount.toString());
    }

    /** From here on nothing more reaches the disk. */
    void pullThePlug() {
        var linker = Linker.nativeLinker();
        var library = linker.defaultLookup();
        try (var arena = Arena.ofConfined()) {
            var open = linker.downcallHandle(
                    library.findOrThrow("open"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            var ioctl = linker.downcallHandle(
                    library.findOrThrow("ioctl"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                    Linker.Option.firstVariadicArg(2));
            var close = linker.downcallHandle(
                    library.findOrThrow("close"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            var flag = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_JOURNAL);
            var descriptor = (int) open.invokeExact(arena.allocateFrom(mount.toString()), READ_DIRECTORY);
            var answer = (int) ioctl.invokeExact(descriptor, SHUTDOWN, flag);
            var _ = (int) close.invokeExact(descriptor);
            if (answer != 0) {
                throw new IllegalStateException("The disk cannot be unplugged: is this the superuser?");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** After all who used it have been killed. */
    void takeOff() throws InterruptedException {
        for (var left = 100; !Shell.succeeds(List.of("umount", mount.toString())); left--) {
            if (left == 0) {
                throw new IllegalStateException("Somebody still uses " + mount);
            }
            Thread.sleep(50);
        }
    }

    private static void run(String... command) {
        var done = Shell.run(List.of(command));
        if (!done.ok()) {
            throw new IllegalStateException(String.join(" ", command) + ": " + done.output());
        }
    }

    @Override
    public void close() throws InterruptedException {
        takeOff();
    }
}
