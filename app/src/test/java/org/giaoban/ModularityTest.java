package org.giaoban;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.ApplicationModule.Type;
import org.springframework.modulith.Modulithic;

/**
 * The rooms keep their walls: no cycle, no use of internals, only the declared arrows. Spring Modulith's own check looks for
 * each type in a list of all; with thousands of them that takes minutes.
 */
class ModularityTest {

    private static final String ROOT = Application.class.getPackageName();
    private static final Set<String> SHARED =
            Set.of(Application.class.getAnnotation(Modulithic.class).sharedModules());

    private static JavaClasses classes;

    @BeforeAll
    static void readTheProduct() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @Test
    void modulesUseNoneThatUsesThem() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void modulesUseOnlyWhatTheyDeclareAndNoInternals() {
        assertThat(strays(ModularityTest::declared, ModularityTest::open)).isEmpty();
    }

    @Test
    void whatIsNotDeclaredIsFound() {
        assertThat(strays(module -> Set.of(), ModularityTest::open))
                .anyMatch(stray -> stray.contains(ROOT + ".tasks."));
    }

    @Test
    void whatIsInsideAModuleThatIsNotOpenIsFound() {
        assertThat(strays(ModularityTest::declared, module -> false))
                .anyMatch(stray -> stray.contains(ROOT + ".platform.database."));
    }

    @Test
    void theDocumentDrawsTheDeclaredArrows() throws IOException {
        var drawn = new TreeMap<String, Set<String>>();
        var arrows = Files.readString(Path.of("docs/modules.md")).split("```", 3)[1];
        for (var line : arrows.strip().split("\\R")) {
            var ends = line.strip().split(" → ");
            drawn.put(ends[0], Set.of(ends[1].split(", ")));
        }
        var direct = new TreeMap<String, Set<String>>();
        for (var module : modules()) {
            direct.put(module, direct(module));
        }
        direct.values().removeIf(Set::isEmpty);
        assertThat(drawn).isEqualTo(direct);
    }

    private static Set<String> modules() {
        return classes.stream()
                .map(ModularityTest::module)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** What a module declares and none of those it declares reaches. */
    private static Set<String> direct(String module) {
        var direct = new HashSet<>(List.of(annotation(module).allowedDependencies()));
        var declared = Set.copyOf(direct);
        declared.forEach(between -> direct.removeAll(reached(between)));
        return direct;
    }

    private static Set<String> reached(String module) {
        var reached = new HashSet<>(List.of(annotation(module).allowedDependencies()));
        Set.copyOf(reached).forEach(next -> reached.addAll(reached(next)));
        return reached;
    }

    private static List<String> strays(Function<String, Set<String>> declared, Predicate<String> open) {
        return classes.stream()
                .filter(type -> !module(type).isEmpty())
                .flatMap(type -> strays(type, declared.apply(module(type)), open))
                .map(Dependency::getDescription)
                .toList();
    }

    private static Stream<Dependency> strays(JavaClass type, Set<String> declared, Predicate<String> open) {
        return type.getDirectDependenciesFromSelf().stream().filter(use -> strays(use, declared, open));
    }

    private static boolean strays(Dependency use, Set<String> declared, Predicate<String> open) {
        var used = use.getTargetClass().getBaseComponentType();
        var module = module(used);
        if (module.isEmpty() || module.equals(module(use.getOriginClass()))) {
            return false;
        }
        var own = used.getPackageName().equals(ROOT + "." + module);
        return !declared.contains(module) || !(own || open.test(module));
    }

    /** The part of the name that stands behind the product's; empty for what is in none of its modules. */
    private static String module(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : "";
    }

    private static Set<String> declared(String module) {
        var declared = new HashSet<>(List.of(annotation(module).allowedDependencies()));
        if (!SHARED.contains(module)) {
            declared.addAll(SHARED);
        }
        return declared;
    }

    private static boolean open(String module) {
        return annotation(module).type() == Type.OPEN;
    }

    private static ApplicationModule annotation(String module) {
        try {
            return Class.forName(ROOT + "." + module + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("Module " + module + " has no package-info", e);
        }
    }
}
