package dev.tidemark.testkit.mutation;

import java.util.List;
import java.util.stream.Stream;

/** The protocol is broken in the product's own source, one rule at a time. */
class BrokenProtocolTest extends MutationContract {
  @Override
  protected Stream<Mutant> breaks() {
    return Stream.of(
            BrokenWrites.OWNERSHIP,
            BrokenWrites.DURABILITY,
            BrokenWrites.PUBLISHING,
            BrokenSlices.JOINING,
            BrokenReads.READING,
            BrokenReads.TIME)
        .flatMap(List::stream);
  }
}
