package org.giaoban;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The house rules that a machine can check. */
@AnalyzeClasses(packages = "org.giaoban", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final Set<String> ACCESS = Set.of(
            "org.giaoban.access.Requires", "org.giaoban.platform.ForSignedIn", "org.giaoban.platform.ForEveryone");

    @ArchTest
    static final ArchRule controllersAreInternal = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .and()
            .areNotAnnotations()
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllersLeaveRowsToServices = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat(resideInAPackage("org.jooq.."));

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors =
            fields().should().notBeAnnotatedWith(Autowired.class).andShould().notBeAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(systemTime())
            .because("tests and stories set the time through the injected Clock");

    @ArchTest
    static final ArchRule everyHandlerSaysWhoMayUseIt =
            methods().that().areMetaAnnotatedWith(RequestMapping.class).should(sayWhoMayUseThem());

    private static DescribedPredicate<JavaMethodCall> systemTime() {
        return DescribedPredicate.describe(
                "read the system time",
                call -> call.getTarget().getName().equals("now")
                        && call.getTarget().getOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static ArchCondition<JavaMethod> sayWhoMayUseThem() {
        return new ArchCondition<>("carry an access annotation") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var said = annotated(method) || annotated(method.getOwner());
                events.add(new SimpleConditionEvent(method, said, method.getFullName() + " says not who may use it"));
            }
        };
    }

    private static boolean annotated(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> ACCESS.contains(a.getRawType().getName()));
    }

    private static boolean annotated(JavaClass owner) {
        return owner.getAnnotations().stream()
                .anyMatch(a -> ACCESS.contains(a.getRawType().getName()));
    }
}
