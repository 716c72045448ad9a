package dev.tidemark.certify;

import dev.tidemark.certify.described.DescribedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way of walking a resource. */
enum WalkKind {
  /** The first run, over everything. */
  BACKFILL {
    @Override
    void prepare(SimulatedAccount account) {}
  },
  /** A run after another, over what has changed. */
  INCREMENTAL {
    @Override
    void prepare(SimulatedAccount account) {
      account.stage.drive(sync(account.subject));
      account.pass(Duration.ofHours(1));
      change(account);
      account.ripen();
    }
  },
  /** A run that looks for what has vanished. */
  RECONCILE {
    @Override
    boolean applies(Subject subject) {
      return subject.resource().cannotReconcile() == null;
    }

    @Override
    void prepare(SimulatedAccount account) {
      account.stage.drive(sync(account.subject));
      account.pass(Duration.ofHours(1));
      change(account);
      if (!account.subject.resource().answer().one()) {
        account.rows().remove(account.row(2).id());
      }
      account.ripen();
    }

    @Override
    String event(Subject subject) {
      return "{\"action\":\"sync\",\"resource\":\"" + subject.name() + "\",\"mode\":\"reconcile\"}";
    }
  },
  /** A run between two times. */
  RANGE {
    @Override
    boolean applies(Subject subject) {
      return subject.timed();
    }

    @Override
    void prepare(SimulatedAccount account) {}

    @Override
    String event(Subject subject) {
      return "{\"action\":\"backfill\",\"resource\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
          .formatted(subject.name(), FROM, UNTIL);
    }

    @Override
    List<DescribedRow> expected(SimulatedAccount account) {
      return account.rows().all().stream().filter(row -> lies(row.at())).toList();
    }
  },
  /** Single records. */
  REFRESH {
    @Override
    boolean applies(Subject subject) {
      return subject.resource().readsAlone() && !subject.child();
    }

    @Override
    void prepare(SimulatedAccount account) {
      account.stage.drive(sync(account.subject));
      account.pass(Duration.ofHours(1));
      edited(account.subject).forEach(id -> account.rows().edit(id, account.now()));
      account.ripen();
    }

    @Override
    String event(Subject subject) {
      return "{\"action\":\"refresh\",\"resource\":\"%s\",\"ids\":[%s]}"
          .formatted(
              subject.name(),
              edited(subject).stream()
                  .map(id -> "\"" + id + "\"")
                  .collect(Collectors.joining(",")));
    }

    private List<Long> edited(Subject subject) {
      return subject.resource().answer().one()
          ? List.of(SimulatedAccount.FIRST + 1)
          : List.of(SimulatedAccount.FIRST + 1, SimulatedAccount.FIRST + subject.scale().records());
    }
  };

  private static final Instant UNTIL = TrialBench.BEGIN.minus(Duration.ofMinutes(63));
  private static final Instant FROM = TrialBench.BEGIN.minus(Duration.ofMinutes(68));

  /** Whether a time lies in the range that is walked. */
  private static boolean lies(@Nullable Instant at) {
    return at != null && !at.isBefore(FROM) && at.isBefore(UNTIL);
  }

  /** Whether the definition has it. */
  boolean applies(Subject subject) {
    return true;
  }

  /** What comes before it. */
  abstract void prepare(SimulatedAccount account);

  /** What asks for it. */
  String event(Subject subject) {
    return sync(subject);
  }

  /** The records that are to be in the lake afterwards, those that say they are gone included. */
  List<DescribedRow> expected(SimulatedAccount account) {
    return account.rows().all();
  }

  /** What messages call it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String sync(Subject subject) {
    return "{\"action\":\"sync\",\"resource\":\"" + subject.name() + "\"}";
  }

  /** Something of everything. */
  private static void change(SimulatedAccount account) {
    Subject subject = account.subject;
    account.rows().edit(account.row(0).id(), account.now().minusSeconds(27));
    if (subject.resource().answer().one()) {
      return;
    }
    account.add(account.now().minusSeconds(18));
    account.rows().edit(account.row(-3).id(), account.now().minusSeconds(9));
    if (subject.resource().members().deleted() != null) {
      account.rows().bury(account.row(1).id(), account.now());
    }
  }
}
