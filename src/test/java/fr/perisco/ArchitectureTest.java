package fr.perisco;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@AnalyzeClasses(packages = "fr.perisco", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> FLOW = List.of(
            "reason",
            "money",
            "calendar",
            "family",
            "credential",
            "activity",
            "registration",
            "reservation",
            "shuttle",
            "consumption",
            "tariff",
            "invoice",
            "payment",
            "recovery",
            "mail",
            "report",
            "office");

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("fr.perisco.domain..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("fr.perisco.domain..", "java..", "org.jspecify..")
            .because("rules are arithmetic on dates and amounts, and need nothing else");

    @ArchTest
    static final ArchRule STORE_KNOWS_ONLY_THE_DOMAIN = noClasses()
            .that()
            .resideInAPackage("fr.perisco.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.perisco.cli..", "fr.perisco.workflow..", "fr.perisco.exchange..", "picocli..")
            .because("rows become domain values and nothing more");

    @ArchTest
    static final ArchRule EXCHANGE_KNOWS_ONLY_THE_DOMAIN = noClasses()
            .that()
            .resideInAPackage("fr.perisco.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.perisco.cli..", "fr.perisco.workflow..", "fr.perisco.store..", "picocli..", "org.jooq..")
            .because("a file is read and written without rules and without a database");

    @ArchTest
    static final ArchRule WORKFLOW_HAS_NO_WORDS_AND_NO_SQL = noClasses()
            .that()
            .resideInAPackage("fr.perisco.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.perisco.cli..", "picocli..", "org.jooq..", "java.sql..")
            .because("a task loads, asks the rules, saves and reports");

    @ArchTest
    static final ArchRule COMMANDS_HOLD_NO_RULE = noClasses()
            .that()
            .resideInAPackage("fr.perisco.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.perisco.store..",
                    "fr.perisco.exchange.csv..",
                    "fr.perisco.exchange.pdf..",
                    "fr.perisco.exchange.mail..",
                    "org.jooq..")
            .because("a command turns options into a task and its result into words");

    @ArchTest
    static final ArchRule TIME_COMES_THROUGH_THE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("fr.perisco")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("only Main asks the clock, so that a month can be run through again");

    @ArchTest
    static final ArchRule NOBODY_TALKS_PAST_THE_DESK = noClasses()
            .that()
            .resideOutsideOfPackage("fr.perisco")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .because("output and language are handed in");

    @TestFactory
    List<DynamicTest> eachDomainPackageImportsOnlyThoseBeforeIt() {
        var classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("fr.perisco.domain");
        return FLOW.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String[] later = FLOW.subList(FLOW.indexOf(name) + 1, FLOW.size()).stream()
                            .map(other -> "fr.perisco.domain." + other)
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage("fr.perisco.domain." + name)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(later.length == 0 ? new String[] {"fr.perisco.cli"} : later)
                            .because("the month flows one way")
                            .check(classes);
                }))
                .toList();
    }
}
