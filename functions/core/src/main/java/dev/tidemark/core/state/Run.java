package dev.tidemark.core.state;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is, fixed when it begins.
 *
 * @param startedAt our time of creation; the date in its keys
 * @param form in which its records land
 * @param scope what it was asked to cover
 * @param lineage what it took over from earlier runs
 * @param index revision of the index of what is published when the run began
 * @param settings what it is asked for otherwise than its connection, as {@code key=value} in the
 *     order of the keys; every leg asks so
 */
public record Run(
    RunId id,
    Mode mode,
    Instant startedAt,
    LandedForm form,
    RunScope scope,
    Lineage lineage,
    long index,
    List<String> settings) {
  public Run {
    settings = List.copyOf(settings);
  }

  /** Into which slices it is cut. */
  public Slicing slicing() {
    return scope.slicing();
  }

  /** The settings of its own, by key. */
  public Map<String, String> settingsByKey() {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      byKey.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return byKey;
  }

  /** The same run with {@code lower} as its bound. */
  public Run from(@Nullable Instant lower) {
    return new Run(id, mode, startedAt, form, scope.from(lower), lineage, index, settings);
  }

  /** The same run, cut as {@code other} says. */
  public Run with(Slicing other) {
    return new Run(id, mode, startedAt, form, scope.with(other), lineage, index, settings);
  }

  /** The same run with {@code more} batches of others in its manifest. */
  public Run inheriting(List<Span> more) {
    List<Span> all = new ArrayList<>(lineage.inherited());
    all.addAll(more);
    Lineage joined = new Lineage(lineage.restartOf(), lineage.restarts(), all);
    return new Run(id, mode, startedAt, form, scope, joined, index, settings);
  }

  /**
   * The run {@code next}, begun at {@code at}, that takes over from this one. One that keeps
   * nothing is cut into slices anew.
   *
   * @param row how many runs in a row have been replaced now
   */
  public Run replacedBy(RunId next, Instant at, int newSchema, int row, List<Span> kept) {
    LandedForm renewed = new LandedForm(newSchema, form.shape());
    Slicing anew = kept.isEmpty() ? Slicing.of(slicing().workers()) : Slicing.NONE;
    return new Run(
        next, mode, at, renewed, scope.with(anew), new Lineage(id, row, kept), index, settings);
  }

  /**
   * Whether this run covers what the next incremental builds on: it is no trial, no bounded range
   * and no handful of single records.
   */
  public boolean promotes() {
    return scope.reachesTheEnd() && mode != Mode.REFRESH;
  }
}
