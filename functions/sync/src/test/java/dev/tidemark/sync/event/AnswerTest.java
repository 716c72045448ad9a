package dev.tidemark.sync.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.testkit.contract.SampleStates;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final ResourceKey KEY = ResourceKey.of("lev", "deals").beside("trial");

  private static JsonNode of(LegOutcome outcome) {
    JsonNode json = Answer.of(KEY, outcome).json();
    assertThat(json.path("connection").asText()).isEqualTo("lev");
    assertThat(json.path("resource").asText()).isEqualTo("deals#trial");
    return json;
  }

  @Test
  void says_where_a_run_stands() {
    JsonNode json = of(new LegOutcome.HandedOver(SampleStates.progress()));
    assertThat(json.path("outcome").asText()).isEqualTo("in-flight");
    assertThat(json.path("run").asText()).isEqualTo(SampleStates.RUN.value());
    assertThat(json.path("mode").asText()).isEqualTo("reconcile");
    assertThat(json.path("legs").asLong()).isEqualTo(17);
    assertThat(json.path("tally").toString())
        .isEqualTo(
            "{\"pages\":1,\"records\":2,\"deletes\":3,\"duplicates\":4,\"rejected\":5,\"undated\":6,"
                + "\"future\":7,\"outside\":14,\"older\":15,\"passedOver\":16,\"batches\":8,\"bytes\":5000000000,\"apiCalls\":10,\"throttled\":11,"
                + "\"retries\":12,\"waitedMillis\":13}");
  }

  @Test
  void says_why_a_run_failed() {
    Failure failure = new Failure("it broke", null, SampleStates.TIME);
    JsonNode json = of(new LegOutcome.Failed(SampleStates.progress(), failure));
    assertThat(json.path("outcome").asText()).isEqualTo("failed");
    assertThat(json.path("reason").asText()).isEqualTo("it broke");
    assertThat(json.path("requestId").isNull()).isTrue();
  }

  @Test
  void says_which_checkpoint_stands_whatever_became_of_the_leg() {
    Failure failure = new Failure("it broke", null, SampleStates.TIME);
    Answer failed =
        Answer.of(
            ResourceKey.of("lev", "deals"),
            new LegOutcome.Failed(SampleStates.progress(), failure));
    ResourceState state =
        new ResourceState(1, 1, "me", null, 0, new Phase.Idle(), SampleStates.checkpoint());
    assertThat(failed.standing(state).json().path("checkpoint").path("cursor").asText())
        .isEqualTo("bookmark");
    assertThat(failed.standing(ResourceState.NEVER_RUN).json().has("checkpoint")).isFalse();
  }

  @Test
  void says_until_when_a_run_waits_even_where_there_is_none_yet() {
    JsonNode json = of(new LegOutcome.Waiting(null, SampleStates.TIME, "because"));
    assertThat(json.path("outcome").asText()).isEqualTo("waiting");
    assertThat(json.path("until").asText()).isEqualTo(SampleStates.TIME.toString());
    assertThat(json.has("run")).isFalse();
  }

  @Test
  void says_who_stands_in_the_way() {
    Lease lease = new Lease("another", SampleStates.TIME);
    assertThat(of(new LegOutcome.Held(lease)).path("until").asText())
        .isEqualTo(SampleStates.TIME.toString());
    assertThat(of(new LegOutcome.Fenced()).path("outcome").asText()).isEqualTo("fenced");
    assertThat(of(new LegOutcome.Paused()).path("outcome").asText()).isEqualTo("paused");
    assertThat(of(new LegOutcome.Nothing()).path("outcome").asText()).isEqualTo("nothing");
  }
}
