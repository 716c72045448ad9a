package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Seal;
import dev.tidemark.sync.sweep.Sweeping;
import dev.tidemark.sync.sweep.Watch;
import dev.tidemark.sync.wiring.Functions;
import dev.tidemark.testkit.contract.SampleStates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepHandlerTest {
  private static final String SYNC_ARN = "arn:aws:lambda:eu-west-1:123456789012:function:other";
  private static final Progress RUN = SampleStates.progress();

  private final Bench bench = Bench.lev(0);
  private final Instant now = bench.clock.instant();

  @AfterEach
  void close() {
    bench.close();
  }

  private void store(String resource, Phase phase, @Nullable Lease lease) {
    store(bench.key(resource), phase, lease);
  }

  private void store(ResourceKey key, Phase phase, @Nullable Lease lease) {
    bench.states.write(
        key, ResourceState.NEVER_RUN, new ResourceState(1, 1, "w", lease, 0, phase, null));
  }

  private String sweep() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new SweepHandler(bench.wiring, SYNC_ARN)
        .handleRequest(
            new ByteArrayInputStream(new byte[] {'{', '}'}),
            answer,
            new OneInvocation("sweep", Bench.LONG));
    return answer.toString(StandardCharsets.UTF_8);
  }

  private List<String> swept() throws IOException {
    sweep();
    return bench.sent.stream()
        .map(Bench.Sent::event)
        .map(event -> event.replaceAll(".*\"resource\":\"|\".*", ""))
        .sorted()
        .toList();
  }

  @Test
  void sends_for_what_is_in_flight_or_sealed_or_due_and_in_nobody_s_hands() throws IOException {
    store("deals", new Phase.InFlight(RUN), null);
    store("deals#range-1", new Phase.InFlight(RUN), null);
    store("contacts", new Phase.Sealed(new Seal(RUN.at(SampleStates.walk(true)), now, null)), null);
    store("companies", new Phase.Waiting(RUN, now, "a wait that is over"), null);
    store("lenders", new Phase.InFlight(RUN), new Lease("dead", now));
    assertThat(swept())
        .containsExactly("companies", "contacts", "deals", "deals#range-1", "lenders");
    assertThat(bench.sent)
        .allMatch(one -> one.arn().equals(SYNC_ARN))
        .allMatch(one -> one.event().startsWith("{\"action\":\"continue\",\"connection\":\"lev\""));
  }

  @Test
  void leaves_alone_what_is_at_work_or_waiting_or_at_rest() throws IOException {
    Lease live = new Lease("alive", now.plusMillis(1));
    store("deals", new Phase.InFlight(RUN), live);
    store("contacts", new Phase.Waiting(RUN, now, "due"), live);
    store("companies", new Phase.Waiting(RUN, now.plusMillis(1), "not yet"), null);
    store("placements", new Phase.Idle(), null);
    store("lenders", new Phase.Failed(RUN, new Failure("it broke", null, now)), null);
    store("deals#trial", new Phase.Paused(RUN), null);
    store(ResourceKey.of("another", "deals"), new Phase.InFlight(RUN), null);
    assertThat(sweep()).isEqualTo("{\"sent\":0}");
    assertThat(bench.sent).isEmpty();
  }

  @Test
  void says_how_many_it_sent() throws IOException {
    store("deals", new Phase.InFlight(RUN), null);
    assertThat(sweep()).isEqualTo("{\"sent\":1}");
  }

  @Test
  void sends_for_the_others_when_one_state_is_damaged_and_fails_loudly_then() {
    for (String resource : List.of("contacts", "deals", "lenders")) {
      store(resource, new Phase.InFlight(RUN), null);
    }
    bench.states.damage(bench.key("deals"));
    assertThatThrownBy(this::sweep).isInstanceOf(DamagedStateException.class);
    assertThat(bench.sent).hasSize(2);
  }

  @Test
  void finds_a_run_whose_continuation_was_lost() throws IOException {
    try (Bench lev = Bench.lev(95)) {
      lev.invoke("{\"action\":\"sync\",\"resource\":\"deals\"}", Duration.ofSeconds(90));
      lev.sent.clear();
      new SweepHandler(lev.wiring, OneInvocation.ARN)
          .handleRequest(
              new ByteArrayInputStream(new byte[] {'{', '}'}),
              new ByteArrayOutputStream(),
              new OneInvocation("sweep", Bench.LONG));
      lev.drive(lev.sent.getFirst().event(), Bench.LONG);
      assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
    }
  }

  @Test
  void sends_to_the_function_of_the_resource_for_its_ranges_and_reconciles_too()
      throws IOException {
    for (String key : List.of("deals", "deals#range-1", "contacts#reconcile", "lenders")) {
      store(key, new Phase.InFlight(RUN), null);
    }
    Functions functions = Functions.parse("contacts=stack-Contacts-1\n  deals=stack-Deals-2");
    new SweepHandler(new Sweeping(bench.wiring, functions, () -> Watch.NOBODY))
        .handleRequest(
            new ByteArrayInputStream(new byte[] {'{', '}'}),
            new ByteArrayOutputStream(),
            new OneInvocation("sweep", Bench.LONG));
    assertThat(bench.sent)
        .extracting(one -> one.arn() + one.event().replaceAll(".*\"resource\":|}", " "))
        .containsExactlyInAnyOrder(
            "stack-Deals-2 \"deals\" ",
            "stack-Deals-2 \"deals#range-1\" ",
            "stack-Contacts-1 \"contacts#reconcile\" ",
            "stack-Contacts-1 \"lenders\" ");
  }

  @Test
  void does_not_understand_functions_that_are_written_otherwise() {
    for (String text : List.of("", "deals", "=arn", "deals=")) {
      assertThatThrownBy(() -> Functions.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
