package dev.tidemark.testkit.protocol;

/** Something that can happen next, and the world after it. */
record Step(String what, World to) {}
