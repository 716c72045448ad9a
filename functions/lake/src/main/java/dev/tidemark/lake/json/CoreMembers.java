package dev.tidemark.lake.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.state.Account;
import dev.tidemark.core.state.Bookmark;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Lineage;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Position;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.RunScope;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Sight;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.state.WalkQuery;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What JSON has to know of core's records beyond their components: which may be null, how a phase
 * is named, and which values are texts. All else follows from the records themselves.
 */
final class CoreMembers {
  private CoreMembers() {}

  static SimpleModule module() {
    return new SimpleModule("tidemark-core")
        .setMixInAnnotation(Phase.class, PhaseName.class)
        .addSerializer(Instant.class, ToStringSerializer.instance)
        .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
        .addSerializer(RunId.class, ToStringSerializer.instance)
        .addDeserializer(RunId.class, new FromText<>(RunId.class, RunId::new))
        .setMixInAnnotation(Mode.class, ModeWord.class)
        .setMixInAnnotation(Account.class, OfAccount.class)
        .setMixInAnnotation(ResourceState.class, OfResourceState.class)
        .setMixInAnnotation(Phase.Paused.class, OfPaused.class)
        .setMixInAnnotation(RunScope.class, OfRunScope.class)
        .setMixInAnnotation(Slice.class, OfSlice.class)
        .setMixInAnnotation(Lineage.class, OfLineage.class)
        .setMixInAnnotation(Walk.class, OfWalk.class)
        .setMixInAnnotation(WalkQuery.class, OfWalkQuery.class)
        .setMixInAnnotation(Position.class, OfPosition.class)
        .setMixInAnnotation(Sight.class, OfSight.class)
        .setMixInAnnotation(Seal.class, OfSeal.class)
        .setMixInAnnotation(Failure.class, OfFailure.class)
        .setMixInAnnotation(Bookmark.class, OfBookmark.class)
        .setMixInAnnotation(Checkpoint.class, OfCheckpoint.class);
  }

  /**
   * The records that are stored without their groups.
   *
   * @param components knows records by their components
   */
  static SimpleModule stored(ObjectMapper components) {
    SimpleModule module = new SimpleModule("tidemark-stored");
    flat(module, Run.class, StoredMembers.OF_RUN, components);
    flat(module, Walk.class, StoredMembers.OF_WALK, components);
    flat(module, Tally.class, StoredMembers.OF_TALLY, components);
    flat(module, Checkpoint.class, StoredMembers.OF_CHECKPOINT, components);
    return module;
  }

  private static <T> void flat(
      SimpleModule module, Class<T> type, StoredMembers members, ObjectMapper components) {
    module.addSerializer(type, new FlatWriter<>(type, members, components));
    module.addDeserializer(type, new FlatReader<>(type, members, components));
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "phase")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Phase.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = Phase.InFlight.class, name = "in-flight"),
    @JsonSubTypes.Type(value = Phase.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Phase.Sealed.class, name = "sealed"),
    @JsonSubTypes.Type(value = Phase.Walked.class, name = "walked"),
    @JsonSubTypes.Type(value = Phase.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Phase.Paused.class, name = "paused")
  })
  private interface PhaseName {}

  private interface ModeWord {
    @JsonValue
    String word();
  }

  private interface OfAccount {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable String id();
  }

  private interface OfResourceState {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Lease lease();

    @JsonSetter(nulls = Nulls.SET)
    @Nullable Checkpoint checkpoint();
  }

  private interface OfPaused {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Progress progress();
  }

  private interface OfRunScope {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Instant from();

    @JsonSetter(nulls = Nulls.SET)
    @Nullable Instant until();

    @JsonSetter(nulls = Nulls.SET)
    @Nullable Long maxRecords();
  }

  private interface OfSlice {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Instant from();
  }

  private interface OfLineage {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable RunId restartOf();
  }

  private interface OfWalk {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Instant serverStart();

    @JsonSetter(nulls = Nulls.SET)
    @Nullable Instant recoveryTime();
  }

  private interface OfWalkQuery {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Instant from();

    @JsonSetter(nulls = Nulls.SET)
    @Nullable Instant until();
  }

  private interface OfPosition {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Cursor cursor();
  }

  private interface OfSight {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Watermark highWater();

    @JsonSetter(nulls = Nulls.SET)
    @Nullable Watermark confirmed();
  }

  private interface OfSeal {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Checkpoint checkpoint();
  }

  private interface OfFailure {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable String requestId();
  }

  private interface OfBookmark {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable String cursor();

    @JsonSetter(nulls = Nulls.SET)
    @Nullable Instant recoveryTime();
  }

  private interface OfCheckpoint {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable Watermark watermark();
  }
}
