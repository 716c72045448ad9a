package dev.tidemark.cli.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.home.DiskSpace;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.home.HomeLock;
import dev.tidemark.cli.home.Requests;
import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.lambda.HomeWiring;
import dev.tidemark.cli.lambda.Life;
import dev.tidemark.cli.lambda.LocalFunctions;
import dev.tidemark.cli.lambda.LocalLambda;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.sync.wiring.SystemPause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One connection in a home. If another process works there, it is asked to carry the event out:
 * only the holder of the home may write in it.
 */
public final class HomeSite implements Site {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int LOOKS = 300;

  private final Home home;
  private final Origin origin;
  private final InstantSource clock = InstantSource.system();
  private final SystemPause pause = new SystemPause(clock, () -> false);

  /**
   * @param origin the connection; its API is not asked
   */
  public HomeSite(Home home, Origin origin) {
    this.home = home;
    this.origin = origin;
  }

  @Override
  public String connection() {
    return origin.connection();
  }

  @Override
  public ObjectNode ask(String resource, ObjectNode event) throws InterruptedException {
    Requests requests = new Requests(home);
    String asked = "";
    for (int look = 0; look < LOOKS; look++) {
      try (HomeLock lock = HomeLock.acquire(home, false, _ -> {}, () -> false)) {
        if (lock != null && (asked.isEmpty() || requests.withdraw(asked))) {
          ObjectNode answer = inItsSpace(event);
          NextCommand.in(home, origin.connection()).advise(answer);
          return answer;
        }
      }
      asked = asked.isEmpty() ? requests.ask(event) : asked;
      pause.pause(LOOK);
      ObjectNode answer = requests.answer(asked);
      if (answer != null) {
        return refusedOr(answer);
      }
    }
    if (requests.withdraw(asked)) {
      throw new UsageException(
          "the process that works in " + home.folder() + " does not answer; nothing was done");
    }
    throw new IllegalStateException(
        "the process that works in " + home.folder() + " has not said what came of it; see status");
  }

  @Override
  public List<PublishedRun> runs(String resource) {
    return lake().runs(ResourceKey.of(origin.connection(), resource));
  }

  @Override
  public List<String> resources() {
    Set<String> resources = new LinkedHashSet<>(lake().resources(origin.connection()));
    home.resources(origin.connection()).stream()
        .filter(name -> !name.endsWith(">"))
        .forEach(resources::add);
    return List.copyOf(resources);
  }

  @Override
  public void remove(List<String> keys) {
    home.stores().remove(keys);
  }

  @Override
  public Lake lake() {
    return new Lake(home.stores().objects());
  }

  /** One for each of a user's own names is remembered as {@code name.<argument>}. */
  @Override
  public boolean knows(String resource) {
    String name = resource.split("[.#]", 2)[0];
    return Site.super.knows(resource)
        || (resource.contains(".")
            && home.resources(origin.connection()).stream()
                .anyMatch(one -> one.startsWith(name + ".<")));
  }

  private ObjectNode inItsSpace(ObjectNode event) throws InterruptedException {
    try {
      return carryOut(event);
    } catch (RuntimeException e) {
      String full = DiskSpace.of(home).explains(e);
      throw full == null ? e : new IllegalStateException(full, e);
    }
  }

  private ObjectNode carryOut(ObjectNode event) throws InterruptedException {
    LocalLambda[] lambda = new LocalLambda[1];
    LocalFunctions functions =
        new LocalFunctions(
            HomeWiring.of(origin, home.stores(), clock, _ -> LegListener.NONE),
            true,
            TIMEOUT,
            1,
            () -> false,
            _ -> {},
            _ -> LegListener.NONE);
    lambda[0] =
        new LocalLambda(
            life -> functions.of(life, lambda[0]), TIMEOUT, clock, () -> false, Life.Witness.NONE);
    Ending ending = lambda[0].invoke(life -> functions.of(life, lambda[0]), event.toString());
    return refusedOr(answer(ending));
  }

  /** What an invocation comes to as an answer; a refusal is an answer with {@code error}. */
  public static ObjectNode answer(Ending ending) {
    return switch (ending) {
      case Ending.Answered(var _, ObjectNode answer) -> answer;
      case Ending.Threw(var _, Throwable cause) -> error(String.valueOf(cause.getMessage()));
      case Ending.Killed(var _, String why) -> error("it was killed: " + why);
    };
  }

  /** An answer that refuses. */
  public static ObjectNode error(String sentence) {
    return new ObjectMapper().createObjectNode().put("error", sentence);
  }

  private static ObjectNode refusedOr(ObjectNode answer) {
    if (answer.has("error")) {
      throw new UsageException(answer.path("error").asText());
    }
    return answer;
  }
}
