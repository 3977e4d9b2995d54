package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.identity.Programs.bearer;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.ApiTokens;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Programs;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program merges two communes from the draft to the undoing, and asks what became of them. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ReorganisationApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLANS = "/api/v1/reorganisations";
    private static final String TERMS =
            "{\"title\": \"Hợp nhất\", \"day\": \"2018-11-01\", \"document\": \"Nghị quyết 01\"}";
    private static final String WHY = "{\"reason\": \"Thử xong\"}";
    private static final String MERGER = """
            {"kind": "MERGE", "from": [{"code": "SL-01"}, {"code": "SL-02"}],
             "to": [{"code": "SL-13", "name": "Đảng ủy xã Hợp Nhất", "shortName": "Hợp Nhất", "kind": "DANG_UY_XA"}]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    private String token = "";

    @BeforeEach
    void aProgramOfTheOffice() {
        token = new Programs(tokens, viewer).token(accounts.byLogin("quantri").orElseThrow());
    }

    @Test
    void aMergerFromTheDraftToTheUndoing() {
        var plan = drafted();
        send(HttpMethod.POST, plan + "/events", MERGER, 201);
        var rehearsal = read(plan + "/rehearsal");
        assertThat(rehearsal.path("executable").asBoolean()).isFalse();
        assertThat(rehearsal.path("rows").size()).isEqualTo(3);
        var refused = send(HttpMethod.POST, plan + "/execute", version(plan), 409);
        assertThat(refused.path("type").asString()).isEqualTo("urn:giaoban:problem:reorganisation.refused.open");

        rehearsal.path("conflicts").forEach(conflict -> settle(plan, conflict));
        var body = version(plan);
        var executed = json(execute(plan, body));
        assertThat(executed.path("state").asString()).isEqualTo("EXECUTED");
        var again = execute(plan, body);
        assertThat(again).hasHeader("Idempotency-Replayed", "true");
        assertThat(json(again)).isEqualTo(executed);

        assertThat(read("/api/v1/units/SL-13").path("exists").asBoolean()).isTrue();
        var from = read("/api/v1/units/SL-13/predecessors").path("items");
        assertThat(from.size()).isEqualTo(2);
        assertThat(from.path(0).path("share").asInt()).isEqualTo(1);
        assertThat(read("/api/v1/units/SL-13/lineage").path("unit").isString()).isTrue();
        var differences = read("/api/v1/units/differences?from=2018-10-31&to=2018-11-01&top=SL");
        assertThat(differences.path("total").asInt()).isEqualTo(3);

        assertThat(send(HttpMethod.POST, plan + "/undo", WHY, 200).path("state").asString())
                .isEqualTo("UNDONE");
        assertThat(read("/api/v1/units/SL-01").path("exists").asBoolean()).isTrue();
    }

    /** Under an Idempotency-Key a transaction of the program's is open, which sees fewer rows than the system's own. */
    @Test
    void whatIsFencedFromTheProgramChangesHandsToo() {
        token = new Programs(tokens, viewer)
                .token(accounts.byLogin("quantri").orElseThrow(), null, "ORGANIZATION_EDIT", "ORGANIZATION_READ");

        var withKey = rowsChanged(true);
        var without = rowsChanged(false);

        assertThat(without.getOrDefault("people", 0L)).isPositive();
        assertThat(withKey).isEqualTo(without);
    }

    /** By part of the product. */
    private Map<String, Long> rowsChanged(boolean keyed) {
        var plan = drafted();
        send(HttpMethod.POST, plan + "/events", MERGER, 201);
        read(plan + "/rehearsal").path("conflicts").forEach(conflict -> settle(plan, conflict));
        if (keyed) {
            assertThat(execute(plan, version(plan))).hasStatusOk();
        } else {
            send(HttpMethod.POST, plan + "/execute", version(plan), 200);
        }
        var changed = db.fetch(
                        "select part, count(*) from reorganisation.row_change where plan_id = ?::uuid group by 1",
                        plan.substring(PLANS.length() + 1))
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Long.class));
        send(HttpMethod.POST, plan + "/undo", WHY, 200);
        return changed;
    }

    @Test
    void aBodyThatIsNotWholeIsToldPlaceByPlace() {
        var plan = drafted();

        var wrong = send(HttpMethod.POST, plan + "/events", "{\"from\": [{\"share\": 1}, null]}", 422);

        assertThat(wrong.path("errors").findValuesAsString("field")).containsExactly("kind", "from[0].code", "from[1]");
        var huge = send(
                HttpMethod.POST,
                plan + "/events",
                "{\"kind\": \"DISSOLVE\", \"from\": [{\"code\": \"SL-01\", \"share\": 1e-999999999}]}",
                422);
        assertThat(huge.path("errors").findValuesAsString("field")).containsExactly("from[0].share");
        send(HttpMethod.POST, PLANS, "{\"title\": null, \"day\": \"2018-11-01\", \"document\": \"x\"}", 422);
        send(HttpMethod.POST, PLANS, "{\"title\": \"a\", \"day\": \"1.11.2018\", \"document\": \"x\"}", 422);
        send(HttpMethod.POST, plan + "/events", "{\"kind\": \"EXPLODE\"}", 422);
        send(HttpMethod.POST, plan + "/execute", "{}", 422);
        send(HttpMethod.POST, plan + "/execute", "[]", 422);
    }

    @Test
    void plansAndEventsComeInPages() {
        var plan = drafted();
        for (var i = 0; i < 3; i++) {
            var event = "{\"kind\": \"RENAME\", \"to\": [{\"code\": \"SL-0" + (i + 3) + "\", \"name\": \"Tên mới\"}]}";
            send(HttpMethod.POST, plan + "/events", event, 201);
        }

        var first = read(plan + "/events?limit=2");
        var rest = read(plan + "/events?limit=2&after=" + first.path("next").asString());

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(read(PLANS).path("items").size()).isPositive();
        assertThat(status(plan + "/events?after=U0w")).isEqualTo(422);
        assertThat(status(PLANS + "?after=U0w")).isEqualTo(422);
        send(HttpMethod.DELETE, plan, "", 204);
        assertThat(read(plan).path("state").asString()).isEqualTo("DISCARDED");
    }

    private String drafted() {
        var made = request(HttpMethod.POST, PLANS, TERMS).exchange();
        assertThat(made).hasStatus(201);
        return made.getResponse().getHeader("Location");
    }

    private void settle(String plan, JsonNode conflict) {
        var choice = JSON.createObjectNode()
                .put("conflict", conflict.path("key").asString())
                .put("choice", conflict.path("choices").path(0).path("value").asString());
        send(HttpMethod.PUT, plan + "/choices", choice.toString(), 200);
    }

    private String version(String plan) {
        return "{\"version\": " + read(plan).path("version").asInt() + "}";
    }

    private MvcTestResult execute(String plan, String body) {
        return request(HttpMethod.POST, plan + "/execute", body)
                .header("Idempotency-Key", "thuc-hien-" + plan)
                .exchange();
    }

    private JsonNode read(String address) {
        return send(HttpMethod.GET, address, "", 200);
    }

    private int status(String address) {
        return request(HttpMethod.GET, address, "").exchange().getResponse().getStatus();
    }

    private JsonNode send(HttpMethod method, String address, String body, int status) {
        var answer = request(method, address, body).exchange();
        assertThat(answer).as(method + " " + address + " " + body).hasStatus(status);
        return status == 204 ? JSON.nullNode() : json(answer);
    }

    private MockMvcTester.MockMvcRequestBuilder request(HttpMethod method, String address, String body) {
        var request = mvc.method(method).uri(address).header("Authorization", bearer(token));
        return body.isEmpty()
                ? request
                : request.header("Content-Type", "application/json").content(body);
    }

    private static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
