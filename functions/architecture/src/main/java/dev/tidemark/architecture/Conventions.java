package dev.tidemark.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** How things are named and held. */
final class Conventions {
  private static final String BANNED =
      ".*(Util|Utils|Helper|Manager|Processor|Impl|Base|Common|Data|Info)";

  /** Its quirks of {@code data} mean the member of that name in the vendors' envelopes. */
  private static final String VENDORS_DATA = "dev.tidemark.simulators.page.PageQuirk";

  /** More are told apart by counting. */
  private static final int MOST_COMPONENTS = 8;

  private Conventions() {}

  /** No class has a name that says nothing. */
  static List<ArchRule> ofNames() {
    return List.of(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(VENDORS_DATA + "$EmptyData")
            .and()
            .doNotHaveFullyQualifiedName(VENDORS_DATA + "$NullData")
            .should()
            .haveNameMatching(BANNED),
        noClasses()
            .should()
            .resideInAnyPackage(
                "..util..", "..impl..", "..common..", "..model..", "..port..", "..helper.."));
  }

  /** Times are those of {@code java.time}. */
  static List<ArchRule> ofTypes() {
    return List.of(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.text.SimpleDateFormat"));
  }

  /** No static changes, and nothing is put into a field but the command's options. */
  static List<ArchRule> ofFields() {
    return List.of(
        fields().that().areStatic().should().beFinal().allowEmptyShould(true),
        noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(
                DescribedPredicate.<JavaClass>describe(
                    "of a type that is made to be changed", Conventions::isChanged))
            .allowEmptyShould(true),
        noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages(
                "dev.tidemark.cli..", "dev.tidemark.query..", "dev.tidemark.tables.command..")
            .and()
            .areNotFinal()
            .should()
            .beAnnotatedWith(
                DescribedPredicate.<JavaAnnotation<?>>describe(
                    "anything but @Nullable",
                    one -> !one.getRawType().getPackageName().startsWith("org.jspecify")))
            .allowEmptyShould(true));
  }

  /** No record has more components than one can tell apart by their places. */
  static List<ArchRule> ofRecords() {
    return List.of(
        classes().that().areRecords().should(haveFewComponents()).allowEmptyShould(true));
  }

  private static ArchCondition<JavaClass> haveFewComponents() {
    return new ArchCondition<>("have at most " + MOST_COMPONENTS + " components") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long components = type.getFields().stream().filter(Conventions::isComponent).count();
        events.add(
            new SimpleConditionEvent(
                type,
                components <= MOST_COMPONENTS,
                type.getName()
                    + " has "
                    + components
                    + " components: group what belongs together"));
      }
    };
  }

  /** A record's fields are its components, but for the static ones. */
  private static boolean isComponent(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.STATIC);
  }

  private static boolean isChanged(JavaClass type) {
    return type.getName()
        .matches(
            "java\\.util\\.(concurrent\\..*|.*Array(List|Deque)|.*Hash(Map|Set)"
                + "|Tree(Map|Set)|Enum(Map|Set)|Properties|Random|.*Builder)"
                + "|java\\.lang\\.(ThreadLocal|StringBuilder|StringBuffer)");
  }
}
