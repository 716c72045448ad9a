package dev.tidemark.lake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what a difference between the published state and the API is; null where it is none. */
public interface DifferenceRule {
  /**
   * The API has a record of {@code api}, or says that it is gone, and the lake has other bytes.
   *
   * @param api the time by the API's record; null where it has none
   */
  @Nullable Difference differs(@Nullable Instant api);

  /**
   * Only the API has it.
   *
   * @param api the time of its record; null where it has none
   */
  @Nullable Difference unpublished(@Nullable Instant api);

  /**
   * Only the lake has it.
   *
   * @param lake the time of its record; null where it has none
   */
  @Nullable Difference unlisted(@Nullable Instant lake);
}
