package dev.tidemark.testkit.mutation;

import java.util.stream.Stream;

/** The protocol is broken in the product's own source, one rule at a time. */
class BrokenProtocolTest extends MutationContract {
  @Override
  protected Stream<Mutant> breaks() {
    return Breaks.all();
  }
}
