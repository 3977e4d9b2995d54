package org.giaoban.pageimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.giaoban.files.Bundle;

/** The files around a page on disk, never outside the folder that was named. */
final class FolderBeside implements Beside {

    private static final int MAX_BYTES = 12 << 20;

    private final Path page;
    private final Path root;

    FolderBeside(Path page, Path root) {
        this.page = page;
        this.root = root;
    }

    @Override
    public Optional<Bundle.Item> find(String reference) {
        var path = FilesBeside.path(reference);
        var stem = page.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        return at(path).or(() -> at(stem + "_files/" + FilesBeside.last(path))).or(() -> at(FilesBeside.last(path)));
    }

    private Optional<Bundle.Item> at(String path) {
        try {
            var file = page.resolveSibling(path).toRealPath();
            if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            return Optional.of(new Bundle.Item(file.getFileName().toString(), Files.readAllBytes(file)));
        } catch (IOException | InvalidPathException nowhere) {
            return Optional.empty();
        }
    }
}
