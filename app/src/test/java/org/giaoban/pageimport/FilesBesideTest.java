package org.giaoban.pageimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.giaoban.files.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file a saved page means, and that it never means one outside its folder. */
class FilesBesideTest {

    private static Bundle.Item file(String name) {
        return new Bundle.Item(name, name.getBytes());
    }

    private static String found(Beside beside, String reference) {
        return beside.find(reference).map(file -> new String(file.bytes())).orElse("");
    }

    @Test
    void theOneBesideThePageIsMeantBeforeOneOfTheSameNameElsewhere() {
        var files = Stream.of("luu/a.html", "luu/a_files/1.jpg", "luu/b_files/1.jpg", "chung/Ảnh lễ.jpg")
                .map(FilesBesideTest::file)
                .toList();
        var beside = FilesBeside.of("luu/a.html", files);

        assertThat(found(beside, "a_files/1.jpg")).isEqualTo("luu/a_files/1.jpg");
        assertThat(found(beside, "./b_files/1.jpg?v=2#x")).isEqualTo("luu/b_files/1.jpg");
        assertThat(found(beside, "../chung/%E1%BA%A2nh%20l%E1%BB%85.jpg")).isEqualTo("chung/Ảnh lễ.jpg");
        assertThat(found(beside, "https://cong.example/anh/%E1%BA%A2nh%20l%E1%BB%85.jpg"))
                .isEqualTo("chung/Ảnh lễ.jpg");
        assertThat(found(beside, "https://cong.example/anh/1.jpg")).isEmpty();
        assertThat(found(beside, "%zz.jpg")).isEmpty();
    }

    @Test
    void ofAPageOnDiskNothingOutsideItsFolderIsRead(@TempDir Path temp) throws Exception {
        var root = Files.createDirectory(temp.resolve("trang"));
        Files.writeString(temp.resolve("khoa.png"), "bí mật");
        var page = Files.writeString(root.resolve("a.html"), "<p>");
        Files.writeString(Files.createDirectory(root.resolve("a_files")).resolve("1.png"), "ảnh");
        Files.createSymbolicLink(root.resolve("lien-ket.png"), temp.resolve("khoa.png"));
        var beside = new FolderBeside(page, root);

        assertThat(found(beside, "a_files/1.png")).isEqualTo("ảnh");
        assertThat(found(beside, "https://cong.example/x/1.png")).isEqualTo("ảnh");
        for (var outside : List.of("../khoa.png", "%2e%2e/khoa.png", "lien-ket.png", "/etc/hostname", "a\0.png")) {
            assertThat(found(beside, outside)).as(outside).isEmpty();
        }
    }
}
