package dev.tidemark.lake.landing;

import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.RunRecords;
import java.util.Map;

/** Keeps what is remembered of legs beside what they landed, under names that follow from it. */
public final class LandedRecords implements RunRecords {
  private final WriteOnceStore store;

  public LandedRecords(WriteOnceStore store) {
    this.store = store;
  }

  @Override
  public void add(ResourceKey resource, String run, int leg, byte[] json) {
    Bytes content = Bytes.of(json);
    String digest = content.sha256();
    String key = Keys.leg(resource, run, leg, NewObject.name(digest));
    store.put(new NewObject(key, content, digest, "application/json", Map.of()));
  }
}
