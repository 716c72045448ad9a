package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Phase;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.memory.fault.Killed;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.sync.event.EventWriter;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A resource that is about to be asked for something, as often as a test needs it to be. */
final class Occasion implements AutoCloseable {
  /** Legs of a few pages each. */
  private static final Duration LIFE = Duration.ofSeconds(90);

  private final Bench bench;
  private final Subject subject;
  private final Asked asked;
  private final String event;

  /** A few records, landed once unless it is the first run that is asked for, and changed since. */
  Occasion(String source, String resource, Asked asked) {
    this.asked = asked;
    boolean children = resource.startsWith("deal_");
    this.bench = Bench.of(source, DatasetPlan.of(7, children ? 2 : 4), 2);
    this.subject = new Subject(bench, resource);
    if (asked != Asked.BACKFILL) {
      bench.drive(Asked.sync(subject, ""), Bench.LONG);
      bench.clock.advance(Duration.ofHours(1));
      subject.edit(new Random(2), bench.clock.instant());
      bench.clock.advance(Duration.ofMinutes(1));
      subject.insert(new Random(3), bench.clock.instant());
      bench.clock.advance(Duration.ofHours(1));
    }
    this.event = asked.event(subject);
  }

  /** The calls that are made when nothing goes wrong. */
  int calls(boolean api) {
    Bench fork = bench.fork();
    FaultPlan counted = FaultPlan.none();
    until(fork, counted, api);
    holds(fork);
    return counted.calls().size();
  }

  /**
   * Whether {@code deaths} happened, one after the other; whichever did, nothing was lost.
   *
   * @param swept whether continuations take up what is in flight, before it is asked for again
   */
  boolean survives(List<Death> deaths, boolean swept) {
    Bench fork = bench.fork();
    boolean all = true;
    for (Death death : deaths) {
      FaultPlan plan = FaultPlan.at(death.call(), death.fault());
      until(fork, plan, death.api());
      all &= plan.dead();
      fork.clock.advance(Duration.ofMinutes(20));
    }
    fork.under(FaultPlan.none(), false);
    if (swept) {
      inFlight(fork).forEach(key -> fork.drive(EventWriter.goOn(key), LIFE));
    }
    if (!swept || !differences(fork).isEmpty()) {
      fork.drive(event, LIFE);
    }
    holds(fork);
    return all;
  }

  /** Until all is done, or the process of {@code plan} is dead. */
  private void until(Bench fork, FaultPlan plan, boolean api) {
    fork.under(plan, api);
    try {
      fork.drive(event, LIFE);
    } catch (Killed e) {
      assertThat(plan.dead()).isTrue();
    } catch (IllegalStateException e) {
      if (!plan.dead()) {
        throw e;
      }
    }
  }

  /** The lake is the truth, once the resource's own run has come; and nobody is left behind. */
  private void holds(Bench fork) {
    fork.under(FaultPlan.none(), false);
    fork.clock.advance(Duration.ofMinutes(3));
    JsonNode answer = fork.drive(Asked.sync(subject, ""), Bench.LONG);
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    assertThat(differences(fork)).isEmpty();
    assertThat(inFlight(fork)).isEmpty();
    if (asked != Asked.REFRESH) {
      nothingComesTwice(fork);
    }
  }

  /** A single record may be printed otherwise than in a list, and then comes again with that. */
  private void nothingComesTwice(Bench fork) {
    Set<String> beside =
        fork.lake.published(fork.key(subject.resource())).manifests().stream()
            .filter(manifest -> !manifest.resource().publishesDifferences())
            .map(Occasion::run)
            .collect(Collectors.toSet());
    assertThat(published(fork).records(run -> !beside.contains(run))).doesNotHaveDuplicates();
  }

  private List<String> differences(Bench fork) {
    return published(fork).differences(subject.expected());
  }

  private StandingRecords published(Bench fork) {
    return StandingRecords.of(fork, subject.resource());
  }

  private static List<ResourceKey> inFlight(Bench fork) {
    return fork.states.keys(fork.wiring.connection()).stream()
        .filter(key -> !(fork.states.read(key).phase() instanceof Phase.Idle))
        .toList();
  }

  private static String run(Manifest manifest) {
    return manifest.seal().progress().run().id().value();
  }

  @Override
  public void close() {
    bench.close();
  }
}
