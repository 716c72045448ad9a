package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintRoom;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedIndex.Entry;
import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.state.Run;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Loads the index of what is published into the memory of a leg, which all that the leg loads
 * shares. It looks at the leg's budget before each segment.
 *
 * @param entries of the index
 * @param room of all tables
 * @param over whether the leg has to end
 */
public record IndexLoad(
    Ports ports, List<Entry> entries, FingerprintRoom room, BooleanSupplier over) {
  /** The index of the resource of {@code plan}, to be loaded within {@code budget}. */
  public static IndexLoad of(ResourcePlan plan, Ports ports, Budget budget) {
    return new IndexLoad(
        ports,
        ports.storage().published().read(plan.key(), plan.form().schema()).entries(),
        new FingerprintRoom(plan.indexBound()),
        budget::over);
  }

  /** An empty table in this memory. */
  public FingerprintTable table() {
    return new FingerprintTable(room);
  }

  /** Whether the leg has to end. */
  public boolean isOver() {
    return over.getAsBoolean();
  }

  FingerprintLog log(Entry entry) {
    return ports.storage().index().read(entry.segment());
  }

  /**
   * Enters all of the index into {@code table}, as {@code run} knows it; false if the leg has to
   * end before.
   */
  public boolean all(Run run, Generations generations, FingerprintTable table) {
    for (Entry entry : entries) {
      if (isOver()) {
        return false;
      }
      boolean before = entry.revision() <= run.index();
      log(entry)
          .forEach((idHigh, idLow, as) ->
              table.enter(
                  idHigh, idLow, before ? generations.before(as) : generations.meanwhile(as)));
    }
    return true;
  }

  /**
   * Enters into {@code table} what is of a generation above the first, with bytes that equal none;
   * false if the leg has to end before.
   */
  boolean raised(FingerprintTable table) {
    for (Entry entry : entries) {
      if (entry.raised() == 0) {
        continue;
      }
      if (isOver()) {
        return false;
      }
      log(entry)
          .forEach((idHigh, idLow, as) -> {
            if (as.generation() > 0) {
              table.enter(idHigh, idLow, as.doubted());
            }
          });
    }
    return true;
  }

  /**
   * Enters into {@code table} what was entered after the index had {@code revision}; false if the
   * leg has to end before.
   */
  boolean since(long revision, FingerprintTable table) {
    for (Entry entry : entries) {
      if (entry.revision() <= revision) {
        continue;
      }
      if (isOver()) {
        return false;
      }
      log(entry).replayInto(table);
    }
    return true;
  }
}
