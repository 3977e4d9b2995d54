package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.giaoban.access.Person.Standing;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.ApiTokens;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Programs;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.testing.GiaoBanTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every address × every kind of person. What should happen follows from the annotation, the sample's unit and the
 * person's standing, written down here apart from the product's own code.
 */
@GiaoBanTest(story = "vu-quang-2018-11")
class AuthorizationMatrixTest {

    private static MatrixPeople people;
    private static final Map<String, Sample> SAMPLES = new HashMap<>();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    List<MatrixSamples> modules;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    UnitTree tree;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Doors doors;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    private static final Map<String, String> TOKENS = new HashMap<>();

    private final List<RequestMappingInfo> planted = new ArrayList<>();

    @BeforeEach
    void aWorld() {
        if (people == null) {
            viewer.run(Viewer.SYSTEM, () -> {
                var world = new MatrixWorld(
                        tree.byCode(MatrixWorld.OWN_CODE).orElseThrow(),
                        tree.byCode(MatrixWorld.SIBLING_CODE).orElseThrow(),
                        tree.byCode(MatrixWorld.ABOVE_CODE).orElseThrow());
                var present = new MatrixPeople(accounts, grants, viewer, world, LocalDate.now(clock));
                modules.stream()
                        .flatMap(module -> module.samples(world).stream())
                        .forEach(sample -> SAMPLES.put(sample.pattern(), sample));
                people = present;
            });
        }
    }

    @AfterEach
    void pullOutWhatWasPlanted() {
        planted.forEach(mapping::unregisterMapping);
    }

    @Test
    void everyAddressSaysWhoMayUseIt() {
        assertThat(endpoints()).hasSizeGreaterThan(15).allMatch(Endpoint::declared, "declares who may use it");
    }

    @Test
    void everyAddressThatNamesAnObjectHasASample() {
        assertThat(endpoints().stream()
                        .filter(Endpoint::needsSample)
                        .filter(endpoint -> endpoint.sample(SAMPLES) == null)
                        .toList())
                .as("addresses without a sample: add one to the module's MatrixSamples")
                .isEmpty();
    }

    @Test
    void nobodyComesInWhoMayNotAndEverybodyWhoMay() {
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var endpoint : callable()) {
            for (var person : facing(endpoint)) {
                tried++;
                judge(endpoint, person).ifPresent(wrong::add);
            }
        }
        System.out.println("authorisation matrix: " + tried + " accesses, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
    }

    @Test
    void noChangeIsMadeWithoutTheTokenOfOurForms() {
        var account = people.entitled().account();
        assertThat(callable().stream().filter(Endpoint::changes).filter(AuthorizationMatrixTest::forged))
                .isNotEmpty()
                .allSatisfy(endpoint -> {
                    var answer = mvc.method(endpoint.method())
                            .uri(address(endpoint))
                            .with(SignIn.as(accounts, Objects.requireNonNull(account)))
                            .exchange();
                    // A program's door takes no session at all, so there is nothing to forge.
                    assertThat(answer)
                            .hasStatus(endpoint.forPrograms() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN);
                });
    }

    /** A link in a letter carries a secret of its own; mail programs press it without a form (RFC 8058). */
    private static boolean forged(Endpoint endpoint) {
        return !endpoint.toString().equals("POST /ban-tin/huy/{token}");
    }

    @Test
    void everyAnswerCarriesTheSameProtectingHeaders() {
        for (var endpoint : callable()) {
            for (var person : List.of(entitled(endpoint), facing(endpoint).getFirst())) {
                var answer = answer(endpoint, person);
                var name = endpoint + " to " + person.name();
                assertThat(answer.getHeader("Content-Security-Policy"))
                        .as(name)
                        .startsWith("default-src 'none'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe-eval", "script-src 'unsafe", "script-src *");
                assertThat(answer.getHeader("X-Content-Type-Options")).as(name).isEqualTo("nosniff");
                assertThat(answer.getHeader("Referrer-Policy")).as(name).isEqualTo("same-origin");
                assertThat(answer.getHeader("Cross-Origin-Opener-Policy"))
                        .as(name)
                        .isEqualTo("same-origin");
            }
        }
    }

    /** The doors alone: no handler runs, only its annotation is asked. */
    @Test
    void theDoorsAloneKeepOutWhoHoldsNothingOfTheKind() {
        for (var endpoint : endpoints()) {
            for (var person : facing(endpoint)) {
                var expected = endpoint.forEveryone()
                        || endpoint.forSignedIn() && person.standing() != Standing.VISITOR
                        || !endpoint.asked().isEmpty() && person.standing() == Standing.HOLDER;
                assertThat(as(person, () -> doors.open(endpoint.handler())))
                        .as(endpoint + " for " + person.name())
                        .isEqualTo(expected);
            }
        }
    }

    /** The use cases alone: the same handlers without any filter or door in front. */
    @Test
    void theUseCasesAloneKeepObjectsFromThoseOutsideTheirUnit() {
        var open = MockMvcTester.create(
                MockMvcBuilders.standaloneSetup(context.getBeansWithAnnotation(Controller.class).values().stream()
                                .filter(controller ->
                                        controller.getClass().getName().startsWith("org.giaoban."))
                                .toArray())
                        .setControllerAdvice(context.getBeansWithAnnotation(ControllerAdvice.class)
                                .values()
                                .toArray())
                        .setViewResolvers(context.getBean("jteViews", ViewResolver.class))
                        .build());
        var wrong = new ArrayList<String>();
        for (var endpoint : callable()) {
            var sample = endpoint.sample(SAMPLES);
            if (sample == null || sample.unit() == null && !sample.personal()) {
                continue;
            }
            for (var person : facing(endpoint)) {
                if (person.standing() != Standing.VISITOR && !mayComeIn(endpoint, person, sample)) {
                    var answer = as(
                            person, () -> open.perform(request(open, endpoint)).getResponse());
                    // Who may read the object may be told why nothing is done with it.
                    var told = answer.getStatus() == HttpStatus.UNPROCESSABLE_CONTENT.value()
                            || answer.getStatus() == HttpStatus.CONFLICT.value();
                    if (answer.getStatus() != HttpStatus.NOT_FOUND.value() && !told) {
                        wrong.add(endpoint + " to " + person.name() + ": " + answer.getStatus());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aHandlerThatForgotItsAnnotationIsShutToEverybody() throws NoSuchMethodException {
        var forgotten = plant("/planted/forgotten", "forgotten", new Planted());

        for (var person : people.facing(forgotten.asked())) {
            assertThat(answer(forgotten, person).getStatus())
                    .as(person.name())
                    .isIn(HttpStatus.NOT_FOUND.value(), HttpStatus.SEE_OTHER.value());
        }
        assertThat(forgotten.declared()).isFalse();
    }

    /** Negative control: the matrix must see a use case that forgot to ask for the unit. */
    @Test
    void aUseCaseThatForgotToAskForTheUnitIsFound() throws NoSuchMethodException {
        var careless = plant("/planted/{unit}", "careless", new Planted());
        var own = tree.byCode(MatrixWorld.OWN_CODE).orElseThrow();
        SAMPLES.put(
                "/planted/{unit}",
                Sample.of("/planted/{unit}", Map.of("unit", own.value()), own).hiding("canary"));

        var found = people.facing(careless.asked()).stream()
                .flatMap(person -> judge(careless, person).stream())
                .toList();

        assertThat(found)
                .hasSize(2)
                .anyMatch(line -> line.contains("sibling unit"))
                .anyMatch(line -> line.contains("unit above, that unit alone"));
    }

    /** Negative control: the matrix must see a door that lets in whoever is signed in. */
    @Test
    void aDoorThatAsksForNoCapabilityIsFound() throws NoSuchMethodException {
        var wide = plant("/planted/{unit}/wide", "wide", new Planted());
        var narrow = new Endpoint(
                wide.method(),
                wide.pattern(),
                new HandlerMethod(new Planted(), Planted.class.getMethod("careless", String.class)));
        SAMPLES.put(wide.pattern(), Sample.of(wide.pattern(), Map.of("unit", "x"), null));

        var found = people.facing(narrow.asked()).stream()
                .flatMap(person -> judge(narrow, person).stream())
                .toList();

        assertThat(found).hasSize(4).noneMatch(line -> line.contains("visitor"));
    }

    /** What is wrong with one access, if anything is. */
    private Optional<String> judge(Endpoint endpoint, Person person) {
        var answer = answer(endpoint, person);
        var sample = endpoint.sample(SAMPLES);
        var name = endpoint + " to " + person.name() + ": " + answer.getStatus();
        var expected = mayComeIn(endpoint, person, sample);
        if (expected != cameIn(endpoint, answer)) {
            return Optional.of(name + (expected ? " but may come in" : " but may not come in"));
        }
        var seesNothing = person.standing() == Standing.VISITOR && !endpoint.forPrograms();
        if (!expected && !seesNothing && answer.getStatus() != refusal(endpoint, person)) {
            return Optional.of(name + " tells that there is something");
        }
        if (!expected
                && sample != null
                && sample.canary() != null
                && text(answer).contains(sample.canary())) {
            return Optional.of(name + " shows " + sample.canary());
        }
        return Optional.empty();
    }

    /** Addresses for programs are no secret: whoever holds nothing of the kind is told so, whatever the object. */
    private static int refusal(Endpoint endpoint, Person person) {
        if (endpoint.forPrograms() && person.standing() == Standing.VISITOR) {
            return HttpStatus.UNAUTHORIZED.value();
        }
        var told = endpoint.forPrograms() && person.standing() == Standing.WITHOUT;
        return told && !endpoint.asked().isEmpty() ? HttpStatus.FORBIDDEN.value() : HttpStatus.NOT_FOUND.value();
    }

    /** Everybody; for programs by token, and twice more the one who may everything, with tokens that may less. */
    private List<Person> facing(Endpoint endpoint) {
        var persons = people.facing(endpoint.asked());
        if (!endpoint.forPrograms()) {
            return persons;
        }
        var programs = new ArrayList<Person>();
        persons.forEach(person -> programs.add(person.account() == null ? person : person.by(token(person, null, ""))));
        var all = people.entitled();
        var sibling = tree.byCode(MatrixWorld.SIBLING_CODE).orElseThrow();
        programs.add(new Person("all, by a token of the sibling unit", all.account(), Standing.HOLDER, Set.of(sibling))
                .by(token(all, sibling, "")));
        if (!endpoint.asked().isEmpty()) {
            var other = Arrays.stream(Capability.values())
                    .filter(each -> !endpoint.asked().contains(each))
                    .findFirst()
                    .orElseThrow();
            programs.add(new Person("all, by a token of " + other, all.account(), Standing.WITHOUT, Set.of())
                    .by(token(all, null, other.name())));
        }
        return programs;
    }

    private Person entitled(Endpoint endpoint) {
        var all = people.entitled();
        return endpoint.forPrograms() ? all.by(token(all, null, "")) : all;
    }

    private String token(Person person, @Nullable UnitId unit, String capability) {
        var only = capability.isEmpty() ? new String[0] : new String[] {capability};
        return TOKENS.computeIfAbsent(
                person.account() + "/" + unit + "/" + capability,
                key -> new Programs(tokens, viewer).token(Objects.requireNonNull(person.account()), unit, only));
    }

    private static boolean mayComeIn(Endpoint endpoint, Person person, @Nullable Sample sample) {
        if (sample != null && sample.personal()) {
            return false;
        }
        if (endpoint.forEveryone() && (sample == null || sample.unit() == null)) {
            return true;
        }
        var bound = sample == null ? null : sample.unit();
        return switch (person.standing()) {
            case VISITOR -> false;
            case WITHOUT -> endpoint.forSignedIn() && bound == null;
            case HOLDER -> bound == null || person.holds(bound);
        };
    }

    /** Being sent to the log-in is a refusal, unless whoever comes is welcome there: the second step of a log-in that never began. */
    private static boolean cameIn(Endpoint endpoint, MockHttpServletResponse answer) {
        var location = answer.getHeader("Location");
        var toLogIn = location != null && location.startsWith("/login?next") || "/login".equals(location);
        return (!toLogIn || endpoint.forEveryone())
                && answer.getStatus() != HttpStatus.NOT_FOUND.value()
                && answer.getStatus() != HttpStatus.FORBIDDEN.value()
                && answer.getStatus() != HttpStatus.UNAUTHORIZED.value();
    }

    private MockHttpServletResponse answer(Endpoint endpoint, Person person) {
        var request = request(mvc, endpoint);
        if (person.token() != null) {
            request.header(HttpHeaders.AUTHORIZATION, Programs.bearer(person.token()));
        } else if (person.account() != null) {
            request.with(SignIn.as(accounts, person.account()));
        }
        if (endpoint.changes() && !endpoint.forPrograms()) {
            request.with(csrf());
        }
        return mvc.perform(request).getResponse();
    }

    private AbstractMockHttpServletRequestBuilder<?> request(MockMvcTester client, Endpoint endpoint) {
        AbstractMockHttpServletRequestBuilder<?> request =
                client.method(endpoint.method()).uri(address(endpoint));
        var sample = endpoint.sample(SAMPLES);
        if (sample == null) {
            return request;
        }
        if (sample.upload() != null) {
            request = client.method(endpoint.method())
                    .uri(address(endpoint))
                    .multipart()
                    .file(new MockMultipartFile(sample.upload(), "mau.txt", "text/plain", new byte[] {'x'}));
        }
        if (sample.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(sample.body());
        }
        for (var param : sample.params().entrySet()) {
            request.param(param.getKey(), param.getValue());
        }
        return request;
    }

    private URI address(Endpoint endpoint) {
        var sample = endpoint.sample(SAMPLES);
        var variables = new HashMap<String, Object>();
        if (sample != null) {
            variables.putAll(sample.variables());
        }
        return UriComponentsBuilder.fromPath(endpoint.pattern().replaceAll("\\{(\\w+):[^/]*}", "{$1}"))
                .encode()
                .buildAndExpand(variables)
                .toUri();
    }

    private <T> T as(Person person, Supplier<T> question) {
        var account = person.account();
        if (account == null) {
            return question.get();
        }
        var who = person.token() == null
                ? accounts.viewer(account).orElseThrow()
                : new Programs(tokens, viewer).comesWith(person.token());
        return viewer.as(who, question);
    }

    private List<Endpoint> endpoints() {
        return Endpoint.all(mapping);
    }

    /** Those that can be called; another test complains about the rest. */
    private List<Endpoint> callable() {
        return endpoints().stream()
                .filter(endpoint -> !endpoint.needsSample() || endpoint.sample(SAMPLES) != null)
                .toList();
    }

    private Endpoint plant(String pattern, String method, Planted handler) throws NoSuchMethodException {
        var info = RequestMappingInfo.paths(pattern)
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, handler, Planted.class.getMethod(method, String.class));
        planted.add(info);
        return Endpoint.all(mapping).stream()
                .filter(endpoint -> endpoint.pattern().equals(pattern))
                .findFirst()
                .orElseThrow();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Handlers with faults that the matrix must find. */
    public static class Planted {

        public ResponseEntity<String> forgotten(@PathVariable(required = false) String unit) {
            return ResponseEntity.ok("canary");
        }

        @Requires(Capability.TASK_READ)
        public ResponseEntity<String> careless(@PathVariable String unit) {
            return ResponseEntity.ok("canary");
        }

        @ForSignedIn
        public ResponseEntity<String> wide(@PathVariable String unit) {
            return ResponseEntity.ok("canary");
        }
    }
}
