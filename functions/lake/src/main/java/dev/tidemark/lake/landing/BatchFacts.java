package dev.tidemark.lake.landing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.state.Progress;
import dev.tidemark.lake.json.CoreForms;
import org.jspecify.annotations.Nullable;

/**
 * What a journal says of its batch.
 *
 * @param form of the journal; see {@link CoreForms}
 * @param before the progress that it was read from
 * @param after the progress that it leads to
 * @param count lines in it
 * @param size stored bytes
 * @param sha256 hex digest of the stored bytes
 * @param rejects key of what could not be a record; null for none
 * @param requests the vendor's request ids of its pages; null where it gives none
 */
record BatchFacts(
    int form,
    Progress before,
    Progress after,
    long count,
    long size,
    String sha256,
    @JsonSetter(nulls = Nulls.SET) @Nullable String rejects,
    @JsonSetter(nulls = Nulls.SET) @Nullable RequestRange requests) {
  static BatchFacts of(Batch batch, @Nullable String rejects) {
    return new BatchFacts(
        CoreForms.NOW,
        batch.before(),
        batch.after(),
        batch.content().count(),
        batch.content().lines().size(),
        batch.content().sha256(),
        rejects,
        batch.requests());
  }
}
