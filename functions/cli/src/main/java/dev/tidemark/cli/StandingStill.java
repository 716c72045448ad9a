package dev.tidemark.cli;

import dev.tidemark.cli.report.Console;
import java.util.List;
import java.util.function.Predicate;

/**
 * Resources that an operator paused, such as those that an account does not have: a sync that names
 * none leaves them out.
 */
final class StandingStill {
  private StandingStill() {}

  /**
   * What is left of {@code all}; all of them where each is paused, so that nothing that was asked
   * for looks done.
   *
   * @param named whether the operator named them, and wants to be told that one is paused
   */
  static List<String> without(
      List<String> all, boolean named, Predicate<String> paused, Console console) {
    if (named) {
      return all;
    }
    List<String> still = all.stream().filter(paused).toList();
    if (still.isEmpty() || still.size() == all.size()) {
      return all;
    }
    console.say(
        "left out, since an operator paused them: "
            + String.join(", ", still)
            + "; tidemark resume lets them run again");
    return all.stream().filter(one -> !still.contains(one)).toList();
  }
}
