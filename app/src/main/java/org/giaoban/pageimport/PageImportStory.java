package org.giaoban.pageimport;

import java.util.List;
import java.util.Map;
import org.giaoban.files.Bundle;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;

/** A story's pages from an older portal, brought in by one of its editors: {@code pages.csv} names them. */
@Component
class PageImportStory implements StoryPart {

    private static final String LIST = "pages.csv";
    private static final int ORDER = 85;

    private final PageImports imports;
    private final Organization organization;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    PageImportStory(PageImports imports, Organization organization, Accounts accounts, CurrentViewer viewer) {
        this.imports = imports;
        this.organization = organization;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load(Story story) {
        for (var line : story.csv(LIST)) {
            var unit = organization.idOf(line.getOrDefault("unit_code", ""));
            take(story, new PageIntake.Wish(unit, line.getOrDefault("category", "")), line);
        }
    }

    private void take(Story story, PageIntake.Wish wish, Map<String, String> line) {
        var file = line.getOrDefault("file", "");
        var page = new Bundle.Item(file, story.bytes("pages/" + file));
        var editor = accounts.byLogin(line.getOrDefault("login", ""))
                .flatMap(accounts::viewer)
                .orElse(Viewer.SYSTEM);
        viewer.run(editor, () -> imports.take(List.of(page), wish));
    }
}
