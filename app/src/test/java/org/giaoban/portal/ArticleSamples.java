package org.giaoban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.organization.Organization;
import org.springframework.stereotype.Component;

/** A draft of the matrix's own unit, and the story's published news for visitors. */
@Component
class ArticleSamples implements MatrixSamples {

    private static final String TITLE = "Bản nháp mẫu thử";

    private final Articles articles;
    private final PublicSite site;
    private final PublicRepository published;
    private final ApprovalLinks links;
    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final Organization organization;

    ArticleSamples(
            Articles articles,
            PublicSite site,
            PublicRepository published,
            ApprovalLinks links,
            Accounts accounts,
            CurrentViewer viewer,
            Organization organization) {
        this.articles = articles;
        this.site = site;
        this.published = published;
        this.links = links;
        this.accounts = accounts;
        this.viewer = viewer;
        this.organization = organization;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var meeting = UUID.randomUUID();
        var draft = articles.startAbout(meeting, world.own(), Newsroom.story(TITLE, "<p>Chuyện chưa đăng</p>"));
        var id = Map.of("id", draft);
        var samples = new ArrayList<Sample>();
        samples.add(Sample.of("/articles/{id}", id, world.own()).hiding(TITLE));
        for (var page : List.of(
                "/edit",
                "/submit",
                "/correct",
                "/english",
                "/autosave/forget",
                "/changes",
                "/proof",
                "/proof/seen",
                "/proof/mend",
                "/proof/correct",
                "/related",
                "/figures")) {
            samples.add(Sample.of("/articles/{id}" + page, id, world.own()));
        }
        var sent = Map.of(
                "revision",
                "1",
                "comment",
                "Sửa",
                "title",
                "",
                "indicator",
                "TC17",
                "period",
                "2018-09",
                "why",
                "Sai",
                "until",
                "");
        for (var page : List.of(
                "/save",
                "/autosave",
                "/links",
                "/figures",
                "/return",
                "/publish",
                "/withdraw",
                "/hours",
                "/proof/look",
                "/proof/try",
                "/figures/take",
                "/figures/append",
                "/author")) {
            samples.add(Sample.of("/articles/{id}" + page, id, world.own()).with(sent));
        }
        samples.add(Sample.of("/articles/{id}/pictures", id, world.own()).with(sent));
        var itself = Map.of("id", draft, "other", draft);
        samples.add(Sample.of("/articles/{id}/related/{other}/add", itself, world.own()));
        samples.add(Sample.of("/articles/{id}/related/{other}/remove", itself, world.own()));
        var link = Map.of("id", draft, "link", UUID.randomUUID());
        samples.add(Sample.of("/articles/{id}/links/{link}/revoke", link, world.own()));
        samples.add(
                Sample.of("/duyet-bai/{token}", Map.of("token", token()), null).with(Map.of("decision", "return")));
        samples.add(Sample.of("/articles/from-meeting/{meeting}", Map.of("meeting", meeting), world.own()));
        return Stream.concat(samples.stream(), open().stream()).toList();
    }

    /** A link made by an approver of the story for what an editor of the story wrote; nobody decides with it. */
    private String token() {
        var editor = accounts.byLogin("bientap").flatMap(accounts::viewer).orElseThrow();
        var approver = accounts.byLogin("duyet").flatMap(accounts::viewer).orElseThrow();
        var unit = organization.idOf("SL");
        var waiting = viewer.as(editor, () -> articles.start(unit, Newsroom.story("Chờ duyệt", "<p>Mẫu thử</p>")));
        viewer.run(editor, () -> articles.submit(waiting));
        return viewer.as(approver, () -> links.make(waiting, "Người đọc thử", 24));
    }

    private List<Sample> open() {
        var teaser = site.newest("xay-dung-dang", null).items().stream()
                .filter(each -> each.slug().contains("giao-ban"))
                .findFirst()
                .orElseThrow();
        var shown = published.find(teaser.slug()).orElseThrow();
        var figure = ArticleHtml.figures(shown.story().body()).iterator().next();
        var picture = java.util.Objects.requireNonNull(teaser.media());
        var category = Map.of("category", teaser.category());
        return List.of(
                Sample.of("/tin/{category}", category, null),
                Sample.of("/tin/{category}/rss.xml", category, null),
                Sample.of("/tin/{category}/atom.xml", category, null),
                Sample.of("/sitemap/{number:[1-9][0-9]{0,3}}.xml", Map.of("number", 1), null),
                Sample.of("/tin/{category}/{slug}", Map.of("category", teaser.category(), "slug", teaser.slug()), null),
                Sample.of("/chu-de/{code}", Map.of("code", "viec-giao-viec-xong"), null),
                Sample.of("/the/{tag}", Map.of("tag", "giao việc"), null),
                Sample.of("/anh/{id}", Map.of("id", picture), null),
                Sample.of("/anh/{id}/{copy}", Map.of("id", picture, "copy", "320.webp"), null),
                Sample.of("/so-lieu/{id}", Map.of("id", figure), null));
    }
}
