package dev.tidemark.testkit.protocol;

/** Something that can happen next, and the world after it. */
record ProtocolStep(String what, World to) {}
