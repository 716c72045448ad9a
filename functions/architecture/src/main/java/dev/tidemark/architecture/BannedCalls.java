package dev.tidemark.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * Time, waiting and the environment come in through a constructor; these are who brings them in.
 */
final class BannedCalls {
  private static final String CLI = "dev.tidemark.cli.";
  private static final String QUERY = "dev.tidemark.query.";
  private static final String TABLES = "dev.tidemark.tables.command.";
  private static final String TABLES_HANDLER = "dev.tidemark.tables.deployed.TablesHandler";
  private static final String SYNC = "dev.tidemark.sync.";
  private static final String SIMULATORS = "dev.tidemark.simulators.server.";

  private BannedCalls() {}

  /** The time is asked of a clock that was given; the system's is taken where things are wired. */
  static List<ArchRule> ofTime() {
    String[] wiring = {
      SYNC + "wiring.Deployment", CLI, TABLES, TABLES_HANDLER, SIMULATORS + "ServerSettings"
    };
    return List.of(
        never("java\\.time\\..*", List.of("now")),
        never("java.lang.System", List.of("currentTimeMillis")),
        never("java.lang.System", List.of("nanoTime"), CLI + "report.", CLI + "demo."),
        never("java.time.InstantSource", List.of("system"), wiring),
        never("java.time.Clock", List.of("system", "systemUTC", "systemDefaultZone")));
  }

  /** Only those sleep whose work it is. */
  static List<ArchRule> ofSleep() {
    String[] sleepers = {
      SYNC + "wiring.SystemPause", CLI + "home.HomeLock", SIMULATORS + "ServerPause"
    };
    return List.of(
        never("java.lang.Thread", List.of("sleep"), sleepers),
        never("java.util.concurrent.TimeUnit", List.of("sleep")),
        never(".*LockSupport", List.of("parkNanos", "parkUntil")));
  }

  /** The environment is read by the handlers' constructors and by the command, which alone ends. */
  static List<ArchRule> ofTheProcess() {
    String[] readers = {
      SYNC + "SyncHandler#<init>",
      SYNC + "SweepHandler#<init>",
      TABLES_HANDLER + "#<init>",
      CLI,
      QUERY + "SqlCommand"
    };
    return List.of(
        never("java.lang.System", List.of("getenv"), readers),
        never("java.lang.Runtime", List.of("addShutdownHook"), CLI, QUERY + "QueryFolder"),
        never("java.lang.System", List.of("exit"), CLI));
  }

  /** A call of any of {@code methods} of {@code owner}, from anywhere but {@code allowed}. */
  static ArchRule never(String owner, List<String> methods, String... allowed) {
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
}
