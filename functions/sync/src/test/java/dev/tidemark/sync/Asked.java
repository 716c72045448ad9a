package dev.tidemark.sync;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What a function is asked to do with a resource. */
enum Asked {
  /** The first run. */
  BACKFILL {
    @Override
    boolean isPossible(Definition definition, String resource) {
      return true;
    }

    @Override
    String event(Subject subject) {
      return sync(subject, "");
    }
  },
  /** The run after it. */
  INCREMENTAL {
    @Override
    boolean isPossible(Definition definition, String resource) {
      return true;
    }

    @Override
    String event(Subject subject) {
      return sync(subject, "");
    }
  },
  /** A walk over everything that looks for what has vanished. */
  RECONCILE {
    @Override
    boolean isPossible(Definition definition, String resource) {
      return definition.resource(resource).cannotReconcile() == null;
    }

    @Override
    String event(Subject subject) {
      subject.delete(new Random(5), subject.bench().clock.instant());
      return sync(subject, ",\"mode\":\"reconcile\"");
    }
  },
  /** A backfill between two bounds beside the resource's own runs. */
  RANGE {
    @Override
    boolean isPossible(Definition definition, String resource) {
      return definition.resource(resource).members().watermark() != null;
    }

    @Override
    String event(Subject subject) {
      Instant now = subject.bench().clock.instant();
      return "{\"action\":\"backfill\",\"resource\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
          .formatted(subject.resource(), now.minus(Duration.ofDays(3)), now);
    }
  },
  /** Single records. */
  REFRESH {
    @Override
    boolean isPossible(Definition definition, String resource) {
      try {
        definition.requireSingle(resource);
        return true;
      } catch (DefinitionException refused) {
        return false;
      }
    }

    @Override
    String event(Subject subject) {
      List<String> ids = subject.ids();
      return "{\"action\":\"refresh\",\"resource\":\"%s\",\"ids\":[%s]}"
          .formatted(
              subject.resource(),
              ids.stream().limit(3).map(id -> '"' + id + '"').collect(Collectors.joining(",")));
    }
  };

  /** Whether the definition allows it. */
  abstract boolean isPossible(Definition definition, String resource);

  /** The event that asks for it, once the data are what it is to find. */
  abstract String event(Subject subject);

  static String sync(Subject subject, String more) {
    return "{\"action\":\"sync\",\"resource\":\"" + subject.resource() + "\"" + more + "}";
  }
}
