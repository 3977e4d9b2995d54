package org.giaoban.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.identity.Programs.bearer;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.ApiTokens;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Programs;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description tells of every handler, and real answers are as it tells. */
@GiaoBanTest(story = "vu-quang-2018-11")
class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private String token = "";
    private JsonNode document = JSON.nullNode();

    @BeforeEach
    void theDescription() {
        token = new Programs(tokens, viewer).token(accounts.byLogin("vanphong").orElseThrow());
        document = json(mvc.get()
                .uri("/api/openapi.json")
                .header("Accept-Language", "en")
                .exchange());
    }

    @Test
    void everyHandlerBelowTheApiIsDescribedWithASummary() {
        var handlers = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handlers.add(method.name().toLowerCase() + " " + pattern))));
        var described = new TreeSet<String>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(method -> {
                    described.add(method.getKey() + " " + path.getKey());
                    assertThat(method.getValue().path("summary").asString(""))
                            .as(method.getKey() + " " + path.getKey())
                            .isNotBlank();
                    method.getValue()
                            .path("parameters")
                            .forEach(parameter -> assertThat(parameter.has("$ref") || parameter.has("description"))
                                    .as(path.getKey() + " " + parameter)
                                    .isTrue());
                }));

        assertThat(handlers).isNotEmpty();
        assertThat(described).isEqualTo(handlers);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryNameIsUsedOnce() {
        var references = new TreeSet<String>();
        var operations = new ArrayList<String>();
        walk(document, references, operations);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(operations).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void theDescriptionIsItselfAsItsStandardWants() {
        var standard = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        document.path("components").path("schemas").propertyStream().forEach(schema -> {
            var meta = standard.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
            assertThat(meta.validate(schema.getValue())).as(schema.getKey()).isEmpty();
        });
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void realAnswersAreAsDescribed() {
        for (var address :
                List.of("/api/v1/units?limit=200", "/api/v1/units/SL", "/api/v1/units/SL-01?asOf=1990-01-01")) {
            var answer = get(address);
            assertThat(answer).as(address).hasStatusOk();
            if (json(answer).has("items") && !address.matches(".*(cessors|reorganisations)")) {
                assertThat(json(answer).path("items").size()).as(address).isPositive();
            }
            assertThat(schema(address, "200", "application/json").validate(json(answer)))
                    .as(address)
                    .isEmpty();
        }
        for (var address : List.of("/api/v1/units?limit=0", "/api/v1/units/NOWHERE")) {
            var answer = get(address);
            var status = String.valueOf(answer.getResponse().getStatus());
            assertThat(schema(address, status, "application/problem+json").validate(json(answer)))
                    .as(address)
                    .isEmpty();
        }
    }

    /** Negative control: the validation must see what is not as described. */
    @Test
    void anAnswerThatIsOtherwiseIsFound() {
        var schema = schema("/api/v1/units/SL", "200", "application/json");
        var answer = (ObjectNode) json(get("/api/v1/units/SL"));

        assertThat(schema.validate(answer.deepCopy().put("exists", "yes"))).isNotEmpty();
        assertThat(schema.validate(answer.deepCopy().put("more", 1))).isNotEmpty();
        assertThat(schema.validate(answer.deepCopy().put("from", "12/08/2015"))).isNotEmpty();
        assertThat(schema.validate(answer.deepCopy().putNull("name"))).isNotEmpty();
        answer.remove("until");
        assertThat(schema.validate(answer)).isNotEmpty();
    }

    private Schema schema(String address, String status, String type) {
        var path = address.replaceAll("\\?.*", "")
                .replaceAll("/units/(?!differences)[^/]+", "/units/{unit}")
                .replaceAll("/returns/.*", "/returns/{unit}/{form}/{period}");
        var response =
                document.path("paths").path(path).path("get").path("responses").path(status);
        var resolved = response.has("$ref")
                ? document.at(response.path("$ref").asString().substring(1))
                : response;
        var schema =
                (ObjectNode) resolved.path("content").path(type).path("schema").deepCopy();
        assertThat(schema.isEmpty()).as(address + " " + status).isFalse();
        schema.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(schema);
    }

    private static void walk(JsonNode node, TreeSet<String> references, List<String> operations) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asString());
        }
        if (node.has("operationId")) {
            operations.add(node.path("operationId").asString());
        }
        node.forEach(child -> walk(child, references, operations));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).header("Authorization", bearer(token)).exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
