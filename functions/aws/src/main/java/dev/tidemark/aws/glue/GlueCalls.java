package dev.tidemark.aws.glue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.CallLimits;
import dev.tidemark.aws.JsonService;
import dev.tidemark.aws.JsonService.Answer;
import dev.tidemark.core.plan.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database of the catalog, over its API. What only reads is tried again where there is no answer;
 * what changes a table is not, for then nobody could tell the refusal of the second attempt from
 * that of another's change. What the catalog was too busy for was not done, and is tried again.
 */
public final class GlueCalls implements GlueDatabase {
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Set<String> BUSY =
      Set.of("ThrottlingException", "ThrottledException", "RequestLimitExceeded");
  private static final Set<String> OUTDATED =
      Set.of("ConcurrentModificationException", "VersionMismatchException");
  private static final String ABSENT = "EntityNotFoundException";
  private static final String TAKEN = "AlreadyExistsException";
  private static final String DATABASE = "DatabaseName";
  private static final int FAILED = 500;

  private final JsonService glue;
  private final String database;
  private final Pause pause;

  /**
   * @param database its name
   * @param pause waits before another attempt
   */
  public GlueCalls(JsonService glue, String database, Pause pause) {
    this.glue = glue;
    this.database = database;
    this.pause = pause;
  }

  @Override
  public @Nullable GlueTable find(String name) {
    Answer answer = asked("GetTable", request().put("Name", name), true);
    if (answer.isDone() && answer.body().path("Table") instanceof ObjectNode table) {
      return new GlueTable(table.path("VersionId").asText(), table);
    }
    if (answer.type().equals(ABSENT)) {
      return null;
    }
    throw refused("GetTable", answer);
  }

  @Override
  public boolean create(ObjectNode input) {
    Answer answer = asked("CreateTable", request().set("TableInput", input), false);
    return answered("CreateTable", answer, Set.of(TAKEN));
  }

  @Override
  public boolean replace(ObjectNode input, String version) {
    ObjectNode request = request().put("VersionId", version).put("SkipArchive", true);
    Answer answer = asked("UpdateTable", request.set("TableInput", input), false);
    return answered("UpdateTable", answer, OUTDATED);
  }

  private boolean answered(String action, Answer answer, Set<String> refusals) {
    if (!answer.isDone() && !refusals.contains(answer.type())) {
      throw refused(action, answer);
    }
    return answer.isDone();
  }

  private ObjectNode request() {
    return JsonNodeFactory.instance.objectNode().put(DATABASE, database);
  }

  private Answer asked(String action, ObjectNode request, boolean harmless) {
    Duration wait = FIRST_WAIT;
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == CallLimits.CATALOG.attempts();
      try {
        Answer answer = glue.call(action, request);
        boolean busy = BUSY.contains(answer.type());
        if (answer.status() < FAILED && !busy) {
          return answer;
        }
        if (last || (!busy && !harmless)) {
          throw unanswered(action, answer.status() + " " + answer.type(), null);
        }
      } catch (IOException e) {
        if (last || !harmless) {
          throw unanswered(action, e.toString(), e);
        }
      }
      rest(wait, action);
      wait = wait.multipliedBy(2);
    }
  }

  private GlueUnansweredException unanswered(
      String action, String why, @Nullable IOException cause) {
    return new GlueUnansweredException(
        "Glue did not answer to " + action + " in the database " + database + ": " + why, cause);
  }

  private GlueException refused(String action, Answer answer) {
    return new GlueException(
        "Glue refused %s in the database %s: %d %s %s"
            .formatted(action, database, answer.status(), answer.type(), answer.message()));
  }

  private void rest(Duration wait, String action) {
    try {
      pause.pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + action, e);
    }
  }
}
