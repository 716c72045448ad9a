package dev.tidemark.testkit.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * A test of this module, run once more by itself.
 *
 * @param type its class
 * @param method its method
 * @param parameters of the method, by their types' names; empty where it has none
 * @param argument the constant of an enum that its only parameter is; empty for all that there are
 */
public record NamedTest(String type, String method, String parameters, String argument) {

  /** A test without parameters. */
  public static NamedTest of(String type, String method) {
    return new NamedTest(type, method, "", "");
  }

  /** Loads the product and its tests again, but for {@code replaced} classes that stand in. */
  public static ClassLoader reloading(Map<String, byte[]> replaced) {
    return new Reloading(NamedTest.class.getClassLoader(), replaced);
  }

  /** What the test comes to among the classes of {@code loader}. */
  public MutantVerdict run(ClassLoader loader) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return verdict(loader);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private MutantVerdict verdict(ClassLoader loader) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(request(loader), listener);
    TestExecutionSummary summary = listener.getSummary();
    String failure =
        summary.getFailures().stream()
            .map(failed -> String.valueOf(failed.getException()))
            .findFirst()
            .orElse("");
    return new MutantVerdict(summary.getTestsStartedCount(), failure);
  }

  /**
   * A broken product may go round in circles. The bound is far above what a deep search of the
   * intact one takes on a busy machine, and no break that is known reaches it.
   */
  private LauncherDiscoveryRequest request(ClassLoader loader) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selector(loader))
        .configurationParameter("junit.jupiter.execution.timeout.default", "3 m")
        .configurationParameter(
            "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
        .build();
  }

  private DiscoverySelector selector(ClassLoader loader) {
    DiscoverySelector all = selectMethod(loader, type, method, parameters);
    return argument.isEmpty() ? all : selectIteration(all, ordinal(loader));
  }

  /** Iterations come in the order of the constants. */
  private int ordinal(ClassLoader loader) {
    try {
      Object[] constants = loader.loadClass(parameters).getEnumConstants();
      List<String> names = Stream.of(constants).map(one -> ((Enum<?>) one).name()).toList();
      if (!names.contains(argument)) {
        throw new IllegalStateException("no " + argument + " in " + parameters);
      }
      return names.indexOf(argument);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no such parameter: " + this, e);
    }
  }

  @Override
  public String toString() {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return simple + "#" + method + (argument.isEmpty() ? "" : "[" + argument + "]");
  }
}
