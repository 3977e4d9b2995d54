package org.giaoban.files;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.platform.ContentPolicy;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.NotFound;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class FileController {

    private final Files files;
    private final Map<String, FileGuard> guards;

    FileController(Files files, List<FileGuard> guards) {
        this.files = files;
        this.guards = guards.stream().collect(Collectors.toMap(FileGuard::ownerKind, Function.identity()));
    }

    /** Always a download: nothing uploaded is ever shown as a page of ours. */
    @ForSignedIn
    @GetMapping("/files/{id}")
    ResponseEntity<InputStreamResource> download(@PathVariable UUID id, HttpServletRequest request) {
        var fileId = new FileId(id);
        var owner = files.owner(fileId);
        var guard = guards.get(owner.kind());
        if (guard == null || !guard.mayRead(owner.id())) {
            throw new NotFound(fileId);
        }
        var file = files.get(fileId);
        ContentPolicy.sandbox(request);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(files.open(fileId)));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
