package musette.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rules of the house, for any root package: the real one, and one in which each rule is broken
/// once on purpose.
final class HouseRules {
    /// Rooms by floor, the ground first.
    static final List<List<String>> FLOORS =
            List.of(
                    List.of("store", "keys", "site", "post"),
                    List.of("racing", "media", "staff", "readers", "text", "audit"),
                    List.of("stories", "wire", "subscriptions"),
                    List.of(
                            "push",
                            "flash",
                            "writing",
                            "comments",
                            "proof",
                            "meter",
                            "popular",
                            "letters"),
                    List.of(
                            "pages",
                            "results",
                            "members",
                            "front",
                            "desk",
                            "resultsdesk",
                            "office",
                            "ops",
                            "bench"));

    private static final List<String> HOMELESS_NAMES =
            List.of(
                    "Impl",
                    "Util",
                    "Utils",
                    "Helper",
                    "Manager",
                    "Constants",
                    "DTO",
                    "Dto",
                    "DAO",
                    "Dao",
                    "Bean");
    private static final List<String> MAY_CONNECT =
            List.of("musette.ops.LocalOrRunningApp", "musette.bench");

    private HouseRules() {}

    static Map<String, ArchRule> all(String root) {
        return Map.ofEntries(
                Map.entry("dependencies go downstairs", downstairs(root)),
                Map.entry(
                        "rooms form no circle",
                        slices().matching(root + ".(*)..").should().beFreeOfCycles()),
                Map.entry(
                        "a room is one package",
                        noClasses()
                                .should()
                                .resideInAPackage(root + ".*.*..")
                                .allowEmptyShould(true)),
                Map.entry("names say what a thing is", noHomelessNames()),
                Map.entry("nothing is set", noSetters()),
                Map.entry("nothing is injected into a field", noFieldInjection()),
                Map.entry("a record is data", noServiceInARecord()),
                Map.entry("what changes is private", changesInside()),
                Map.entry("what a component changes is volatile", changesSeen()),
                Map.entry("time comes from a clock", timeFromClock()),
                Map.entry("only subscriptions knows Stripe", stripeInOneRoom(root)),
                Map.entry("one outbound fetcher", oneFetcher()));
    }

    private static ArchRule downstairs(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .should(
                        new ArchCondition<>("depend on rooms of their own floor or below") {
                            @Override
                            public void check(JavaClass from, ConditionEvents events) {
                                var floor = floor(root, from);
                                if (floor < 0) {
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    from, from.getName() + " is on no floor"));
                                }
                                from.getDirectDependenciesFromSelf().stream()
                                        .filter(d -> isInARoom(root, d.getTargetClass()))
                                        .filter(d -> floor(root, d.getTargetClass()) > floor)
                                        .forEach(d ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                from, d.getDescription())));
                            }
                        });
    }

    private static boolean isInARoom(String root, JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private static int floor(String root, JavaClass type) {
        var room = type.getPackageName().substring(root.length() + 1).split("\\.", 2)[0];
        for (int i = 0; i < FLOORS.size(); i++) {
            if (FLOORS.get(i).contains(room)) {
                return i;
            }
        }
        return -1;
    }

    private static ArchRule noHomelessNames() {
        return noClasses()
                .should()
                .haveSimpleName("Util")
                .orShould(
                        new ArchCondition<>("be named after nothing in particular") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                var homeless =
                                        HOMELESS_NAMES.stream()
                                                .anyMatch(type.getSimpleName()::endsWith);
                                events.add(
                                        new SimpleConditionEvent(type, homeless, type.getName()));
                            }
                        });
    }

    private static ArchRule noSetters() {
        return methods()
                .that()
                .haveNameMatching("set[A-Z].*")
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameStartingWith("Jte")
                .allowEmptyShould(true);
    }

    private static ArchRule noFieldInjection() {
        return fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .andShould()
                .notBeAnnotatedWith(Value.class)
                .allowEmptyShould(true);
    }

    /// What a record holds is equal when its parts are; a way to the database, a thread or a count
    /// that goes on is nothing that could be.
    private static ArchRule noServiceInARecord() {
        return fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Record.class)
                .should()
                .notHaveRawType(JdbcClient.class)
                .andShould()
                .notHaveRawType(HttpClient.class)
                .andShould()
                .notHaveRawType(Thread.class)
                .andShould()
                .notHaveRawType(resideInAPackage("java.util.concurrent.."))
                .allowEmptyShould(true);
    }

    private static ArchRule changesInside() {
        return fields().that()
                .areNotFinal()
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotStartingWith("Jte")
                .should()
                .bePrivate()
                .allowEmptyShould(true);
    }

    private static ArchRule changesSeen() {
        return fields().that()
                .areNotFinal()
                .and()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .haveModifier(JavaModifier.VOLATILE)
                .allowEmptyShould(true);
    }

    private static ArchRule timeFromClock() {
        DescribedPredicate<JavaMethodCall> readsTheWall =
                DescribedPredicate.describe(
                        "read the machine's time past the clock", HouseRules::readsTheWall);
        return noClasses().should(callMethodWhere(readsTheWall));
    }

    private static boolean readsTheWall(JavaMethodCall call) {
        var owner = call.getTargetOwner().getFullName();
        var now =
                owner.startsWith("java.time.")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class));
        var millis = owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        return now || millis;
    }

    private static ArchRule stripeInOneRoom(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".subscriptions..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.stripe..");
    }

    private static ArchRule oneFetcher() {
        return noClasses()
                .that(
                        DescribedPredicate.describe(
                                "may not connect",
                                type -> MAY_CONNECT.stream().noneMatch(type.getName()::startsWith)))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(HttpClient.class, HttpURLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.web.client.RestClient");
    }
}
