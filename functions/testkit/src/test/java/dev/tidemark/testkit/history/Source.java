package dev.tidemark.testkit.history;

import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.source.FakeApi;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The API of a history.
 *
 * @param shape by page size
 * @param quirks told to the API once
 * @param losesCursors whether it refuses cursors now and then
 */
record Source(IntFunction<ApiShape> shape, Consumer<FakeApi> quirks, boolean losesCursors) {
  static Source of(IntFunction<ApiShape> shape) {
    return new Source(shape, _ -> {}, true);
  }

  Source keepingCursors() {
    return new Source(shape, quirks, false);
  }

  Source with(Consumer<FakeApi> quirk) {
    return new Source(shape, quirks.andThen(quirk), losesCursors);
  }
}
