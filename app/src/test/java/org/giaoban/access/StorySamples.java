package org.giaoban.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.audit.ObjectRef;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.SourceRef;
import org.giaoban.tasks.Tasks;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Objects of the story's first commune for the addresses of the modules. */
@Component
class StorySamples implements MatrixSamples {

    private static final String OWN = MatrixWorld.OWN_CODE;
    private static final LocalDate TODAY = LocalDate.of(2018, 11, 1);

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Notices notices;
    private final Tasks tasks;
    private final Documents documents;

    StorySamples(
            DSLContext db,
            TransactionTemplate transaction,
            Accounts accounts,
            Notices notices,
            Tasks tasks,
            Documents documents) {
        this.db = db;
        this.transaction = transaction;
        this.accounts = accounts;
        this.notices = notices;
        this.tasks = tasks;
        this.documents = documents;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var samples = new ArrayList<Sample>();
        samples.add(Sample.of("/articles/site", Map.of(), world.above()));
        samples.add(Sample.of("/articles/topics", Map.of(), world.above()));
        samples.add(Sample.of("/units/kinds/{kind}", Map.of("kind", "CHI_BO"), world.above()));
        samples.add(Sample.of(
                "/units/kinds/{kind}/under/{parent}",
                Map.of("kind", "CHI_BO", "parent", "DANG_UY_CO_SO"),
                world.above()));
        samples.add(Sample.of("/units/posts/{post}", Map.of("post", "BI_THU"), world.above()));
        samples.add(Sample.of("/indicators/checks/{code}/end", Map.of("code", "TC10-roll"), null));
        samples.add(Sample.of("/forms/{code}", Map.of("code", "TH-THANG"), null));
        samples.add(Sample.of("/forms/{code}/new", Map.of("code", "TH-THANG"), null));
        samples.add(Sample.of("/theme/{name}", Map.of("name", "dark"), null));
        samples.addAll(returns(world));
        samples.addAll(tasks(world));
        samples.addAll(documents(world));
        samples.addAll(articles(world));
        samples.addAll(inbox());
        return samples;
    }

    private List<Sample> returns(MatrixWorld world) {
        var key = Map.of("unit", OWN, "form", "TH-THANG", "period", "2018-10");
        var base = "/returns/{unit}/{form}/{period}";
        var samples = new ArrayList<Sample>();
        for (var end :
                List.of("", "/typing", "/forget-typing", "/accept", "/give-back", "/reopen", "/versions", "/history")) {
            samples.add(Sample.of(base + end, key, world.own()));
        }
        samples.add(Sample.of("GET " + base + "/comments", key, world.own()));
        for (var end : List.of("/comments", "/comments/resolve")) {
            samples.add(
                    Sample.of("POST " + base + end, key, world.own()).with(Map.of("indicator", "TC10", "text", "x")));
        }
        transaction.executeWithoutResult(status -> {
            db.execute("insert into reporting.prefill (indicator, source, valid_from)"
                    + " values ('NC01', 'tasks.counted.given', date '2011-01-01')");
            db.execute("insert into platform.stamp (name, number)"
                    + " values ('reporting.prefill', nextval('platform.stamp_number'))"
                    + " on conflict (name) do update set number = excluded.number");
        });
        var counted = Map.of("unit", OWN, "form", "TH-THANG", "period", "2018-10", "indicator", "NC01");
        samples.add(Sample.of(base + "/counted/{indicator}", counted, world.own()));
        samples.add(Sample.of("/returns/pace/{id}/end", Map.of("id", id("select id from reporting.pace_rule")), null)
                .with(Map.of("last", "2030-12-31")));
        samples.add(Sample.of("/api/v1" + base, key, world.own()).sending("{\"values\": {}}"));
        samples.add(Sample.of("GET " + base + "/workbook", key, world.own()));
        samples.add(Sample.of("POST " + base + "/workbook", key, world.own()).uploading("file"));
        samples.add(Sample.of("/returns/delegations/{id}/revoke", Map.of("id", UUID.randomUUID()), null)
                .ofAnotherPerson());
        samples.add(Sample.of("/returns/imports/{id}", Map.of("id", UUID.randomUUID()), null)
                .ofAnotherPerson());
        var file = Map.of(
                "id", id("select id from files.stored_file where unit_id = ? and owner_kind = 'return'", world.own()));
        samples.add(Sample.of("/files/{id}", file, world.own()));
        return samples;
    }

    private List<Sample> tasks(MatrixWorld world) {
        var given = tasks.assign(new Order(
                "Việc thử của ma trận",
                "xong",
                TODAY.plusDays(20),
                List.of(new Order.Assignee(world.own(), null, "BI_THU")),
                world.own(),
                new SourceRef("sample", UUID.randomUUID(), "mẫu", "/"),
                Order.Reasons.NONE));
        var id = Map.of("id", given.value());
        var samples = new ArrayList<Sample>();
        samples.add(Sample.of("/tasks/{id}", id, world.own()).hiding("Việc thử của ma trận"));
        for (var act : List.of(
                "accept",
                "progress",
                "report",
                "return",
                "confirm",
                "extension",
                "extension/grant",
                "extension/refuse",
                "cancel",
                "note",
                "roles",
                "roles/remove",
                "links",
                "links/remove",
                "steps",
                "steps/tick",
                "steps/remove")) {
            samples.add(Sample.of("/tasks/{id}/" + act, id, world.own()).with(words(act)));
        }
        return samples;
    }

    private static Map<String, String> words(String act) {
        var some = UUID.randomUUID().toString();
        return switch (act) {
            case "note" -> Map.of("remark", "x");
            case "roles/remove" -> Map.of("role", some);
            case "links", "links/remove" -> Map.of("kind", "DIRECTIVE", "code", "x");
            case "steps", "steps/tick", "steps/remove" -> Map.of("step", some, "text", "x", "done", "true");
            default -> acting();
        };
    }

    private static Map<String, String> acting() {
        return Map.ofEntries(
                Map.entry("note", "x"),
                Map.entry("proof", "x"),
                Map.entry("returnReason", "x"),
                Map.entry("answer", "x"),
                Map.entry("cancelReason", "x"),
                Map.entry("until", "2018-12-31"),
                Map.entry("extensionReason", "x"));
    }

    private List<Sample> documents(MatrixWorld world) {
        var about = new About(new ObjectRef("sample", UUID.randomUUID()), "mẫu", "/");
        var issued = documents.issue(new NewDocument(
                world.above(), "thong-bao", "Thông báo thử của ma trận", TODAY, about, "matrix", notice()));
        var template = Map.of("name", "conclusion-notice", "version", "1");
        return List.of(
                Sample.of("/documents/{id}", Map.of("id", issued.id().value()), world.above())
                        .hiding("Thông báo thử của ma trận"),
                Sample.of("GET /documents/templates/{name}", template, null),
                Sample.of("/documents/templates/{name}/{version}", template, null),
                Sample.of("POST /documents/templates/{name}", template, null)
                        .with(Map.of("from", "2019-01-01"))
                        .uploading("file"));
    }

    private static Paper notice() {
        return new Paper(
                "conclusion-notice",
                Map.of(
                        "mo_dau",
                        "x",
                        "ket_luan",
                        List.of(),
                        "nhiem_vu",
                        List.of(),
                        "ket_thuc",
                        "",
                        "tham_quyen",
                        "",
                        "chuc_vu",
                        "",
                        "nguoi_ky",
                        "x",
                        "noi_nhan",
                        List.of()));
    }

    private List<Sample> articles(MatrixWorld world) {
        transaction.executeWithoutResult(status -> {
            db.execute(
                    "insert into portal.article (id, unit_id, slug, created_at) values (gen_random_uuid(), ?,"
                            + " 'bai-thu-cua-ma-tran', now())",
                    world.own().value());
            db.execute("insert into portal.version (id, article_id, number, state, category, title, lead, body, fold,"
                    + " byline, source, caption, alt, author_account_id, author_name, editor_account_id, changed_at)"
                    + " select gen_random_uuid(), a.id, 1, 'DRAFT', (select min(code) from portal.category),"
                    + " 'Bài thử của ma trận', '', '', '', '', '', '', '', gen_random_uuid(), 'x', gen_random_uuid(),"
                    + " now() from portal.article a where slug = 'bai-thu-cua-ma-tran'");
        });
        var id = Map.of("id", id("select id from portal.article where unit_id = ?", world.own()));
        var samples = new ArrayList<Sample>();
        for (var end : List.of(
                "",
                "/submit",
                "/return",
                "/correct",
                "/edit",
                "/figures",
                "/figures/take",
                "/figures/append",
                "/proof",
                "/proof/look",
                "/proof/try",
                "/proof/mend",
                "/proof/seen",
                "/proof/correct")) {
            samples.add(Sample.of("/articles/{id}" + end, id, world.own())
                    .with(Map.of("indicator", "TC05", "period", "2018-10", "comment", "x")));
        }
        samples.add(Sample.of("/articles/{id}/pictures", id, world.own())
                .with(Map.of("revision", "1"))
                .uploading("files"));
        samples.add(Sample.of("/articles/{id}/save", id, world.own())
                .with(Map.of("revision", "1"))
                .uploading("picture"));
        var meeting = Map.of("meeting", id("select id from meetings.meeting where unit_id = ?", world.above()));
        samples.add(Sample.of("/articles/from-meeting/{meeting}", meeting, world.above()));
        samples.add(Sample.of("GET /articles/{id}/publish", id, world.own()));
        samples.add(Sample.of("POST /articles/{id}/publish", id, world.own()).with(Map.of("revision", "1")));
        var shown = db.fetchOne("select v.category, a.slug, v.media_id from portal.version v"
                + " join portal.article a on a.id = v.article_id where v.state = 'PUBLISHED'"
                + " order by v.media_id nulls last limit 1");
        var category = Map.of("category", shown.get(0));
        samples.add(Sample.of("/tin/{category}", category, null));
        samples.add(Sample.of("/tin/{category}/rss.xml", category, null));
        samples.add(Sample.of("/tin/{category}/{slug}", Map.of("category", shown.get(0), "slug", shown.get(1)), null));
        samples.add(Sample.of("/anh/{id}", Map.of("id", shown.get(2)), null));
        samples.add(Sample.of("/anh/{id}/{copy}", Map.of("id", shown.get(2), "copy", "320.webp"), null));
        samples.add(Sample.of("/so-lieu/{id}", Map.of("id", UUID.randomUUID()), null)
                .ofAnotherPerson());
        return samples;
    }

    private List<Sample> inbox() {
        var other = accounts.byLogin("xa05").orElseThrow();
        notices.send(Notice.to(other, "platform.brand", List.of(), "/account", null, "matrix"));
        var id = Map.of("id", id("select id from notification.notice order by id desc"));
        return List.of(
                Sample.of("/inbox/{id}/open", id, null).ofAnotherPerson(),
                Sample.of("/inbox/{id}/read", id, null).ofAnotherPerson(),
                Sample.of("/inbox/reminders/{day}", Map.of("day", "2018-11-01"), null)
                        .ofAnotherPerson());
    }

    private UUID id(String sql, UnitId... units) {
        var args = Arrays.stream(units).map(UnitId::value).toArray();
        var found = transaction.execute(status -> db.fetchOptional(sql + " limit 1", args));
        return (UUID) found.orElseThrow(() -> new IllegalStateException("the story has no row for: " + sql))
                .get(0);
    }
}
