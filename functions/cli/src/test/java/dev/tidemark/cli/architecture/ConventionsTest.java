package dev.tidemark.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.tidemark.cli.architecture.Modules.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConventionsTest {
  private static final String BANNED =
      ".*(Util|Utils|Helper|Manager|Processor|Impl|Base|Common|Data|Info)";

  /** Its quirks of {@code data} mean the member of that name in the vendors' envelopes. */
  private static final String VENDORS_DATA = "dev.tidemark.simulators.page.PageQuirk";

  @Test
  void no_class_has_a_name_that_says_nothing() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(VENDORS_DATA + "$EmptyData")
        .and()
        .doNotHaveFullyQualifiedName(VENDORS_DATA + "$NullData")
        .should()
        .haveNameMatching(BANNED)
        .check(CLASSES);
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..impl..", "..common..", "..model..", "..port..", "..helper..")
        .check(CLASSES);
  }

  /** A folder of tests may share the package, and so the package-info, of the main folder. */
  @Test
  void every_package_of_every_module_is_null_marked() throws IOException {
    Set<String> unmarked = new TreeSet<>();
    for (Path module : modules()) {
      Path main = module.resolve("src/main/java");
      for (Path root : new Path[] {main, module.resolve("src/test/java")}) {
        for (Path folder : packages(root)) {
          if (!marked(folder) && !marked(main.resolve(root.relativize(folder)))) {
            unmarked.add(folder.toString());
          }
        }
      }
    }
    assertThat(unmarked).isEmpty();
    assertThat(modules()).hasSizeGreaterThan(6);
  }

  @Test
  void nothing_is_put_into_a_field_from_outside_but_the_command_s_options() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("dev.tidemark.cli..")
        .and()
        .areNotFinal()
        .should()
        .beAnnotatedWith(
            DescribedPredicate.<JavaAnnotation<?>>describe(
                "anything but @Nullable",
                one -> !one.getRawType().getPackageName().startsWith("org.jspecify")))
        .check(CLASSES);
  }

  @Test
  void no_static_changes() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            DescribedPredicate.<JavaClass>describe(
                "of a type that is made to be changed",
                type ->
                    type.getName()
                        .matches(
                            "java\\.util\\.(concurrent\\..*|.*Array(List|Deque)|.*Hash(Map|Set)"
                                + "|Tree(Map|Set)|Enum(Map|Set)|Properties|Random|.*Builder)"
                                + "|java\\.lang\\.(ThreadLocal|StringBuilder|StringBuffer)")))
        .check(CLASSES);
  }

  private static Set<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(".."))) {
      return new TreeSet<>(
          folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml"))).toList());
    }
  }

  private static Set<Path> packages(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return new TreeSet<>(
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> Path.of(String.valueOf(file.getParent())))
              .toList());
    }
  }

  private static boolean marked(Path folder) throws IOException {
    Path info = folder.resolve("package-info.java");
    return Files.isRegularFile(info) && Files.readString(info).contains("@NullMarked\npackage ");
  }
}
