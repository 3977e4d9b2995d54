package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.identity.Programs.bearer;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.access.UnitTree;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Refused;
import org.giaoban.platform.SettingStore;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How programs come in, what they are told when they may not, and how commands are kept from being done twice. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ApiDoorTest {

    private static final String UNITS = "/api/v1/units";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    UnitTree tree;

    @Autowired
    Clock clock;

    @Autowired
    DSLContext db;

    @Autowired
    Audit audit;

    @Autowired
    SettingStore settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final List<RequestMappingInfo> planted = new ArrayList<>();

    private Programs programs;
    private AccountId office;

    @BeforeEach
    void aProgramOfTheOffice() {
        programs = new Programs(tokens, viewer);
        office = accounts.byLogin("vanphong").orElseThrow();
        db.execute("delete from identity.attempt");
        db.execute("delete from identity.api_token");
        db.execute("delete from platform.setting where name = 'planted'");
    }

    @AfterEach
    void pullOutWhatWasPlanted() {
        planted.forEach(mapping::unregisterMapping);
    }

    @Test
    void aTokenOpensWhatItsAccountMaySeeAndLeavesNoSession() {
        var answer = get(UNITS, programs.token(office));

        assertThat(answer).hasStatusOk().hasContentType("application/json");
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer).bodyJson().extractingPath("$.items[0].code").isEqualTo("SL");
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void withoutATokenOrWithABadOneTheAnswerSaysHowToComeIn() {
        problem(mvc.get().uri(UNITS).exchange(), 401, "no-token");
        problem(get(UNITS, "giaoban_" + "x".repeat(43)), 401, "bad-token");
        problem(get(UNITS, "' or 1=1 --"), 401, "bad-token");
        var basic = mvc.get()
                .uri(UNITS)
                .header(HttpHeaders.AUTHORIZATION, "Basic dmFucGhvbmc6")
                .exchange();
        problem(basic, 401, "bad-token");
        assertThat(basic.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer realm=\"giaoban\"");
    }

    @Test
    void aBrowsersSessionOpensNothingHere() {
        var answer = mvc.get().uri(UNITS).with(SignIn.as(accounts, "vanphong")).exchange();

        problem(answer, 401, "no-token");
        problem(
                mvc.get()
                        .uri(UNITS)
                        .cookie(new Cookie("SESSION", "x"), new Cookie("lang", "en"))
                        .exchange(),
                401,
                "no-token");
    }

    @Test
    void aTokenDoesNotOpenPages() {
        var answer = mvc.get()
                .uri("/units")
                .header(HttpHeaders.AUTHORIZATION, bearer(programs.token(office)))
                .exchange();

        assertThat(answer).hasStatus(303).hasHeader("Location", "/login?next=%2Funits");
    }

    @Test
    void aTokenInTheAddressIsRefusedEvenWhenItIsGood() {
        var token = programs.token(office);

        problem(mvc.get().uri(UNITS + "?access_token=" + token).exchange(), 400, "token-in-address");
        problem(get(UNITS + "?q=" + token, token), 400, "token-in-address");
    }

    @Test
    void aTokenThatIsOverOrRevokedOrOfAClosedAccountOpensNothingAndIsNoted() {
        var over = programs.until(office, clock.instant().plus(Duration.ofMillis(30)));
        var revoked = programs.until(office, clock.instant().plus(Duration.ofDays(1)));
        tokens.revoke(revoked.token().limits().id());
        await(() -> over.token().state(clock.instant()) == ApiToken.State.EXPIRED);

        problem(get(UNITS, over.secret()), 401, "bad-token");
        problem(get(UNITS, revoked.secret()), 401, "bad-token");

        assertThat(viewer.as(Viewer.SYSTEM, () -> audit.history(new ObjectRef("account", office.value()))))
                .extracting(entry -> entry.act())
                .contains("identity.token-made", "identity.token-revoked", "identity.token-refused");
        var closed = accounts.byLogin("xa07").orElseThrow();
        var token = programs.token(closed);
        assertThat(get(UNITS, token)).hasStatusOk();
        viewer.run(Viewer.SYSTEM, () -> accounts.close(closed));
        problem(get(UNITS, token), 401, "bad-token");
    }

    @Test
    void whoTriesManyTokensIsSlowedDownAndGoodOnesPass() {
        for (var i = 0; i < 50; i++) {
            assertThat(get(UNITS, "giaoban_" + "%043d".formatted(i))).hasStatus(401);
        }

        var slowed = get(UNITS, "giaoban_" + "%043d".formatted(99));

        problem(slowed, 429, "too-many");
        assertThat(slowed.getResponse().getHeader("Retry-After")).isEqualTo("900");
        assertThat(get(UNITS, programs.token(office))).hasStatusOk();
    }

    @Test
    void aTokenOfOneUnitSeesOnlyItAndWhatIsBelow() {
        var own = tree.byCode("SL-01").orElseThrow();
        var token = programs.token(office, own);

        assertThat(get(UNITS + "?limit=200", token))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .containsExactly("SL-01");
        assertThat(get(UNITS + "/SL-01", token))
                .bodyJson()
                .extractingPath("$.parent")
                .isNull();
        problem(get(UNITS + "/SL-02", token), 404, "404");
        problem(get(UNITS + "/SL", token), 404, "404");
        problem(get(UNITS + "?parent=SL", token), 404, "404");
    }

    @Test
    void aTokenOfOneCapabilityCanDoNothingElse() {
        var token = programs.token(office, null, "TASK_READ");

        var answer = get(UNITS, token);

        problem(answer, 403, "forbidden");
        assertThat(answer.getResponse().getHeader("WWW-Authenticate")).contains("insufficient_scope");
        assertThat(get(UNITS, programs.token(office, null, "TASK_READ", "ORGANIZATION_READ")))
                .hasStatusOk();
    }

    @Test
    void aTokenNeverDoesMoreThanItsAccount() {
        var reporter = accounts.byLogin("xa01").orElseThrow();
        var district = tree.byCode("SL").orElseThrow();

        var token = programs.token(reporter, district, "ORGANIZATION_READ", "ORGANIZATION_EDIT");

        assertThat(get(UNITS, token))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .containsExactly("SL-01");
    }

    /** The fence of the database behind a narrowed token. */
    @Test
    void theDatabaseIsToldOfTheNarrowedRights() throws NoSuchMethodException {
        plant(RequestMethod.GET, "/api/v1/planted/settings");
        var own = tree.byCode("SL-01").orElseThrow();

        assertThat(fence(programs.token(office))).isEqualTo("on|");
        assertThat(fence(programs.token(office, own))).isEqualTo("|{" + own.value() + "}");
        assertThat(fence(programs.token(office, own, "TASK_READ"))).isEqualTo("|");
    }

    @Test
    void whatCannotBeServedIsToldInPlainWords() throws NoSuchMethodException {
        var token = programs.token(office);
        plant(RequestMethod.POST, "/api/v1/planted/echo");

        problem(get("/api/v1/nothing", token), 404, "404");
        problem(exchange(HttpMethod.DELETE, UNITS, token, "", "application/json"), 405, "405");
        problem(
                exchange(HttpMethod.POST, "/api/v1/planted/echo", token, "a=b", "application/x-www-form-urlencoded"),
                415,
                "415");
        problem(
                mvc.get()
                        .uri(UNITS)
                        .header("Authorization", bearer(token))
                        .accept("text/csv")
                        .exchange(),
                406,
                "406");
        problem(post("{\"words\": ", token, null), 400, "400");
        problem(post("{\"words\": \"a\", \"more\": 1}", token, null), 422, "invalid");
        problem(post("{\"words\": \"" + "x".repeat(2_000_000) + "\"}", token, null), 413, "too-large");
        problem(post("{\"words\": \"refuse\"}", token, null), 409, "identity.account.own");
        problem(get(UNITS + "?limit=100000", token), 422, "invalid");
        problem(get(UNITS + "?limit=0", token), 422, "invalid");
        problem(get(UNITS + "?limit=many", token), 422, "invalid");
        problem(get(UNITS + "?after=%00%ff", token), 422, "invalid");
        problem(get(UNITS + "?after=U0w", token), 200, "");
        problem(get(UNITS + "?asOf=yesterday", token), 422, "invalid");
        problem(get(UNITS + "?q=" + "x".repeat(101), token), 422, "invalid");
    }

    @Test
    void aFaultOfOursShowsAnIncidentAndNothingFromInside() throws NoSuchMethodException {
        plant(RequestMethod.POST, "/api/v1/planted/echo");

        var answer = post("{\"words\": \"break\"}", programs.token(office), null);

        problem(answer, 500, "500");
        assertThat(answer).bodyJson().extractingPath("$.incident").asString().matches("[0-9a-f]{8}");
        assertThat(answer).bodyText().doesNotContain("secret of the house", "Exception", "org.giaoban");
    }

    @Test
    void wordsOfAProblemAreInTheLanguageAsked() {
        assertThat(mvc.get().uri(UNITS).header("Accept-Language", "en-GB").exchange())
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("A token is needed");
        assertThat(mvc.get().uri(UNITS).exchange())
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Cần mã truy cập");
    }

    @Test
    void lettersTypedApartFindWhatIsStoredTogether() {
        var token = programs.token(office);
        var apart = Normalizer.normalize("Bến Lam", Normalizer.Form.NFD);

        var found = mvc.get()
                .uri(UNITS + "?q={q}", apart)
                .header("Authorization", bearer(token))
                .exchange();

        assertThat(apart).isNotEqualTo("Bến Lam");
        assertThat(found).bodyJson().extractingPath("$.items[*].code").asArray().containsExactly("SL-01");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetition() {
        var token = programs.token(office);
        var all = new ArrayList<Object>();
        var next = "";
        do {
            var page = json(get(UNITS + "?limit=7" + (next.isEmpty() ? "" : "&after=" + next), token));
            page.path("items").forEach(unit -> all.add(unit.path("code").asString()));
            next = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!next.isEmpty());

        assertThat(all).hasSizeGreaterThan(14).doesNotHaveDuplicates().isSorted();
        assertThat(json(get(UNITS + "?limit=200", token)).path("items").size()).isEqualTo(all.size());
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        var token = programs.token(office);
        var etag = get(UNITS + "/SL-01", token).getResponse().getHeader("ETag");
        assertThat(etag).startsWith("W/\"");

        var again = mvc.get()
                .uri(UNITS + "/SL-01")
                .header("Authorization", bearer(token))
                .header("If-None-Match", etag)
                .exchange();

        assertThat(again).hasStatus(304).bodyText().isEmpty();
        var other = mvc.get()
                .uri(UNITS + "/SL-02")
                .header("Authorization", bearer(token))
                .header("If-None-Match", etag)
                .exchange();
        assertThat(other).hasStatusOk();
    }

    @Test
    void theSameCommandSentAgainIsAnsweredButNotDoneAgain() throws NoSuchMethodException {
        plant(RequestMethod.POST, "/api/v1/planted/echo");
        var token = programs.token(office);

        var first = post("{\"words\": \"once\"}", token, "khoa-1");
        var second = post("{\"words\": \"once\"}", token, "khoa-1");

        assertThat(first).hasStatus(201);
        assertThat(second)
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("Location", "/x/1");
        assertThat(second).bodyText().isEqualTo(text(first));
        assertThat(Planted.DONE).hasValue(1);
        problem(post("{\"words\": \"else\"}", token, "khoa-1"), 422, "key-used");
        assertThat(post("{\"words\": \"once\"}", token, "khoa-2")).hasStatus(201);
        assertThat(post("{\"words\": \"once\"}", programs.token(office), "khoa-1"))
                .as("another token")
                .hasStatus(201);
        assertThat(Planted.DONE).hasValue(3);
        problem(post("{\"words\": \"once\"}", token, "có dấu"), 400, "key-form");
    }

    @Test
    void aRefusedCommandLeavesNothingAndMayBeSentAgain() throws NoSuchMethodException {
        plant(RequestMethod.POST, "/api/v1/planted/echo");
        var token = programs.token(office);

        problem(post("{\"words\": \"refuse\"}", token, "khoa"), 409, "identity.account.own");

        assertThat(settings.find("planted"))
                .as("what it wrote before it was refused")
                .isEmpty();
        assertThat(post("{\"words\": \"once\"}", token, "khoa")).hasStatus(201);
    }

    @Test
    void theSameCommandSentTwiceAtOnceIsDoneOnce() throws Exception {
        plant(RequestMethod.POST, "/api/v1/planted/echo");
        var token = programs.token(office);
        Callable<MvcTestResult> command = () -> post("{\"words\": \"slow\"}", token, "cung-luc");

        try (var both = Executors.newFixedThreadPool(4)) {
            var answers = both.invokeAll(List.of(command, command, command, command));
            for (var answer : answers) {
                assertThat(answer.get()).hasStatus(201);
                assertThat(text(answer.get())).isEqualTo(text(answers.getFirst().get()));
            }
        }
        assertThat(Planted.DONE).hasValue(1);
    }

    @Test
    void theUseOfATokenIsNotedAndTheTokenItselfIsNowhere() {
        var secret = programs.token(office);
        get(UNITS, secret);

        var token = tokens.of(office).getFirst();
        assertThat(token.lastUsedAt()).isNotNull();
        assertThat(token.limits().shown()).isEqualTo(secret.substring(0, 12));
        assertThat(db.fetch("select * from identity.api_token").toString()).doesNotContain(secret.substring(12));
    }

    private String fence(String token) {
        return json(get("/api/v1/planted/settings", token)).asString();
    }

    private void plant(RequestMethod method, String path) throws NoSuchMethodException {
        Planted.DONE.set(0);
        var handler = new Planted(settings, db, transaction);
        var info = RequestMappingInfo.paths(path)
                .methods(method)
                .consumes(method == RequestMethod.POST ? new String[] {"application/json"} : new String[0])
                .options(mapping.getBuilderConfiguration())
                .build();
        var called = method == RequestMethod.POST
                ? Planted.class.getMethod("echo", Planted.Words.class)
                : Planted.class.getMethod("settings");
        mapping.registerMapping(info, handler, called);
        planted.add(info);
    }

    private MvcTestResult get(String address, String token) {
        return mvc.get()
                .uri(address)
                .header(HttpHeaders.AUTHORIZATION, bearer(token))
                .exchange();
    }

    private MvcTestResult post(String body, String token, @Nullable String key) {
        var request = mvc.post()
                .uri("/api/v1/planted/echo")
                .header(HttpHeaders.AUTHORIZATION, bearer(token))
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .content(body);
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return request.exchange();
    }

    private MvcTestResult exchange(HttpMethod method, String address, String token, String body, String type) {
        return mvc.method(method)
                .uri(address)
                .header(HttpHeaders.AUTHORIZATION, bearer(token))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .content(body)
                .exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        return new JsonMapper().readTree(text(answer));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static void problem(MvcTestResult answer, int status, String kind) {
        assertThat(answer).hasStatus(status);
        if (status >= 400) {
            assertThat(answer).hasContentType("application/problem+json;charset=UTF-8");
            var told = json(answer);
            assertThat(told.path("type").asString()).isEqualTo("urn:giaoban:problem:" + kind);
            assertThat(told.path("status").asInt()).isEqualTo(status);
            assertThat(told.path("title").asString()).isNotBlank();
            assertThat(told.path("detail").asString()).isNotBlank();
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Handlers that stand for commands of the modules. */
    public static class Planted {

        static final AtomicInteger DONE = new AtomicInteger();

        private final SettingStore settings;
        private final DSLContext db;
        private final TransactionTemplate transaction;

        Planted(SettingStore settings, DSLContext db, TransactionTemplate transaction) {
            this.settings = settings;
            this.db = db;
            this.transaction = transaction;
        }

        public record Words(String words) {}

        @Requires(Capability.ORGANIZATION_READ)
        @ResponseBody
        public ResponseEntity<Words> echo(@RequestBody Words said) throws InterruptedException {
            settings.put("planted", said.words());
            switch (said.words()) {
                case "refuse" -> throw new Refused("identity.account.own");
                case "break" -> throw new IllegalStateException("secret of the house");
                case "slow" -> Thread.sleep(300);
                default -> {}
            }
            var number = DONE.incrementAndGet();
            return ResponseEntity.created(URI.create("/x/" + number)).body(new Words("done " + number));
        }

        @Requires({Capability.ORGANIZATION_READ, Capability.TASK_READ})
        @ResponseBody
        public String settings() {
            return transaction.execute(status -> String.valueOf(
                    db.fetchValue("select coalesce(current_setting('app.people_read_all', true), '') || '|' ||"
                            + " coalesce(current_setting('app.people_read', true), '')")));
        }
    }
}
