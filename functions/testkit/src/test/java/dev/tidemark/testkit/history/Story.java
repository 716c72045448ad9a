package dev.tidemark.testkit.history;

import java.util.List;

/** One random history, made from its seed. */
interface Story {
  /**
   * Lets it happen.
   *
   * @throws Violation if it does not end as promised
   */
  void happen();

  /** What happened, in order. */
  List<String> journal();
}
