package dev.tidemark.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.tidemark.cli.architecture.Modules.CLASSES;
import static dev.tidemark.cli.architecture.Modules.allBut;
import static dev.tidemark.cli.architecture.Modules.packages;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arrows point to core; rest and aws do not know each other, nor rest the lake; sync wires them;
 * cli runs sync.
 */
class ArrowsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"core", "lake", "memory", "rest", "aws", "sync", "simulators", "certify", "cli"})
  void every_module_is_looked_at(String module) {
    assertThat(CLASSES.that(new InPackages(packages(module)))).hasSizeGreaterThan(4);
  }

  @Test
  void core_knows_the_jdk_and_nothing_else() {
    classes()
        .that()
        .resideInAPackage(packages("core"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages("core"), "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void simulators_know_the_jdk_and_nothing_else() {
    classes()
        .that()
        .resideInAPackage(packages("simulators"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            packages("simulators"), "java..", "com.sun.net.httpserver..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void the_lake_knows_core_and_jackson() {
    classes()
        .that()
        .resideInAPackage(packages("lake"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            packages("lake"),
            packages("core"),
            "com.fasterxml.jackson..",
            "java..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({"rest, core", "aws, lake"})
  void adapters_know_core_and_not_each_other(String module, String more) {
    noClasses()
        .that()
        .resideInAPackage(packages(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(allBut(module, "core", more))
        .check(CLASSES);
  }

  @Test
  void sync_knows_what_it_wires_and_not_who_runs_it() {
    noClasses()
        .that()
        .resideInAPackage(packages("sync"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(allBut("sync", "core", "rest", "aws"))
        .check(CLASSES);
  }

  @Test
  void nobody_knows_the_libraries_of_tests() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..", "org.mockito..")
        .check(CLASSES);
  }

  @Test
  void no_packages_depend_on_each_other() {
    slices().matching("(dev.tidemark..)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nobody_knows_the_testkit() {
    noClasses().should().dependOnClassesThat().resideInAPackage(packages("testkit")).check(CLASSES);
  }

  @Test
  void certify_is_known_to_the_command_and_the_memory_to_certify() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages("certify"), packages("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages("certify"))
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages(packages("certify"), packages("memory"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages("memory"))
        .check(CLASSES);
  }

  @Test
  void the_way_out_to_an_api_is_in_one_package() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tidemark.rest.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..", "java.net.http..")
        .check(CLASSES);
  }

  @Test
  void aws_is_known_to_its_adapters_and_to_who_wires_them() {
    noClasses()
        .that()
        .resideInAnyPackage(packages("core"), packages("rest"), packages("simulators"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..")
        .check(CLASSES);
  }
}
