package dev.tidemark.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.tidemark.cli.architecture.Modules.CLASSES;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Time, waiting and the environment come in through a constructor; these are who brings them in.
 */
class BannedCallsTest {
  private static final String CLI = "dev.tidemark.cli.";
  private static final String SYNC = "dev.tidemark.sync.";
  private static final String SIMULATORS = "dev.tidemark.simulators.server.";

  /** A call of any of {@code methods} of {@code owner}, from anywhere but {@code allowed}. */
  private static ArchRule never(String owner, List<String> methods, String... allowed) {
    DescribedPredicate<JavaCall<?>> call =
        DescribedPredicate.describe(
            owner + "." + methods,
            one ->
                one.getTargetOwner().getFullName().matches(owner)
                    && methods.contains(one.getTarget().getName())
                    && !isAllowed(one.getOrigin(), List.of(allowed)));
    return noClasses().should().callCodeUnitWhere(call);
  }

  /** Whether a class, or with a {@code #} a method of it, is among {@code allowed}. */
  private static boolean isAllowed(JavaCodeUnit origin, List<String> allowed) {
    String name = origin.getOwner().getFullName();
    String method = name + "#" + origin.getName();
    return allowed.stream()
        .anyMatch(one ->
            one.endsWith(".")
                ? name.startsWith(one)
                : method.equals(one) || name.equals(one) || name.startsWith(one + "$"));
  }

  /** A rule that names a method wrongly would find nothing for ever. */
  @ParameterizedTest
  @CsvSource({
    "java.lang.Thread, sleep, SystemPause",
    "java.lang.System, getenv, SyncHandler",
    "java.lang.System, nanoTime, LiveLines",
    "java.time.InstantSource, system, Deployment",
    "java.lang.Runtime, addShutdownHook, Interruption"
  })
  void who_is_allowed_a_call_would_be_found_otherwise(String owner, String method, String finds) {
    assertThatThrownBy(() -> never(owner, List.of(method)).check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(finds);
  }

  @Test
  void the_time_is_asked_of_a_clock_that_was_given() {
    never("java\\.time\\..*", List.of("now")).check(CLASSES);
    never("java.lang.System", List.of("currentTimeMillis")).check(CLASSES);
    never("java.lang.System", List.of("nanoTime"), CLI + "report.", CLI + "demo.").check(CLASSES);
  }

  @Test
  void the_system_s_clock_is_taken_where_things_are_wired() {
    String[] wiring = {SYNC + "Deployment", CLI, SIMULATORS + "Settings"};
    never("java.time.InstantSource", List.of("system"), wiring).check(CLASSES);
    never("java.time.Clock", List.of("system", "systemUTC", "systemDefaultZone")).check(CLASSES);
  }

  @Test
  void only_those_sleep_whose_work_it_is() {
    String[] sleepers = {SYNC + "SystemPause", CLI + "home.HomeLock", SIMULATORS + "Pause"};
    never("java.lang.Thread", List.of("sleep"), sleepers).check(CLASSES);
    never("java.util.concurrent.TimeUnit", List.of("sleep")).check(CLASSES);
    never(".*LockSupport", List.of("parkNanos", "parkUntil")).check(CLASSES);
  }

  @Test
  void the_environment_is_read_by_the_handlers_constructors_and_by_the_command() {
    String[] readers = {SYNC + "SyncHandler#<init>", SYNC + "SweepHandler#<init>", CLI};
    never("java.lang.System", List.of("getenv"), readers).check(CLASSES);
  }

  @Test
  void nothing_relies_on_a_shutdown_hook_but_the_command_s_ctrl_c() {
    never("java.lang.Runtime", List.of("addShutdownHook"), CLI).check(CLASSES);
    never("java.lang.System", List.of("exit"), CLI).check(CLASSES);
  }

  @Test
  void times_are_those_of_java_time() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Date")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Calendar")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.text.SimpleDateFormat")
        .check(CLASSES);
  }
}
