package dev.tidemark.testkit.protocol;

import dev.tidemark.core.state.ResourceState;

/**
 * A conditional write of an owner or the operator somewhere in the protocol.
 *
 * @param stored what is stored at that moment
 * @param expected what the writer builds upon
 * @param next what it writes
 */
public record ProtocolWrite(ResourceState stored, ResourceState expected, ResourceState next) {
  /** Whether a store has to take it: it builds on the revision that is stored. */
  public boolean due() {
    return expected.revision() == stored.revision();
  }
}
