package dev.tidemark.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What holds for the code of a module. Arrows point towards core; rest, aws and files do not know
 * each other; sync wires what is deployed; cli runs sync, over files; query and tables are commands
 * of cli's, and tables is deployed beside sync.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureContract extends NullMarkedContract {
  private static final List<String> MODULES =
      List.of(
          "core",
          "lake",
          "parquet",
          "memory",
          "rest",
          "aws",
          "files",
          "sync",
          "simulators",
          "certify",
          "testkit",
          "cli",
          "query",
          "tables",
          "architecture");

  private final Room room;
  private final JavaClasses classes;

  /** Looks at the main classes of {@code room}. */
  protected ArchitectureContract(Room room) {
    this.room = room;
    this.classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tidemark." + room.name());
  }

  /** Refuses that the package {@code one} knows any of {@code others}. */
  protected final void holdApart(String one, String... others) {
    noClasses()
        .that()
        .resideInAPackage(one)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(classes);
  }

  private void hold(List<ArchRule> rules) {
    rules.forEach(rule -> rule.check(classes));
  }

  @Test
  void the_module_is_looked_at() {
    assertThat(MODULES).contains(room.name());
    assertThat(classes).hasSizeGreaterThan(4);
  }

  @Test
  void it_knows_its_neighbours_and_no_other_module() {
    String[] others =
        MODULES.stream()
            .filter(module -> !module.equals(room.name()) && !room.neighbours().contains(module))
            .map(Room::packages)
            .toArray(String[]::new);
    noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(classes);
  }

  @Test
  void it_uses_no_library_but_those_it_is_allowed() {
    if (room.libraries().isEmpty()) {
      String[] ofTests = {"org.junit..", "org.assertj..", "org.mockito.."};
      noClasses().should().dependOnClassesThat().resideInAnyPackage(ofTests).check(classes);
    } else {
      String[] packages =
          Stream.concat(Stream.of(room.packages()), room.libraries().stream())
              .toArray(String[]::new);
      classes().should().onlyDependOnClassesThat().resideInAnyPackage(packages).check(classes);
    }
  }

  @Test
  void no_packages_depend_on_each_other() {
    slices()
        .matching("(dev.tidemark..)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void the_way_out_to_an_api_is_in_one_package() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tidemark.rest.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..", "java.net.http..")
        .check(classes);
  }

  @Test
  void aws_is_known_to_its_adapters_and_to_who_wires_them() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            Room.packages("aws"),
            Room.packages("sync"),
            Room.packages("tables"),
            Room.packages("certify"),
            Room.packages("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..")
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void the_time_is_asked_of_a_clock_that_was_given() {
    hold(BannedCalls.ofTime());
  }

  @Test
  void only_those_sleep_whose_work_it_is() {
    hold(BannedCalls.ofSleep());
  }

  @Test
  void the_environment_is_read_and_the_process_ended_by_those_it_is_for() {
    hold(BannedCalls.ofTheProcess());
  }

  @Test
  void who_is_allowed_a_call_would_be_found_otherwise() {
    for (Exemption one : room.exemptions()) {
      ArchRule rule = BannedCalls.never(one.owner(), List.of(one.method()));
      assertThatThrownBy(() -> rule.check(classes))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(one.finds());
    }
  }

  @Test
  void names_say_something_and_times_are_those_of_java_time() {
    hold(Conventions.ofNames());
    hold(Conventions.ofTypes());
  }

  @Test
  void no_record_has_more_than_eight_components() {
    hold(Conventions.ofRecords());
  }

  @Test
  void no_static_changes_and_nothing_is_put_into_a_field_but_the_command_s_options() {
    hold(Conventions.ofFields());
  }
}
