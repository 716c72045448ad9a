package dev.tidemark.files;

import java.io.IOException;

/** What a test does around the calls that change a disk. */
interface Tap {
  /** Does it; the call is made by running {@code call}, or never. */
  void around(Call call, Action action) throws IOException;

  /** A call to be made. */
  @FunctionalInterface
  interface Action {
    void make() throws IOException;
  }
}
