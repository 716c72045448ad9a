package dev.tidemark.testkit.mutation;

/** The tests of this module that catch a broken protocol. */
final class Tests {
  private static final String TESTKIT = "dev.tidemark.testkit.";
  private static final String ALL_SITUATIONS =
      "a_run_killed_before_or_after_any_call_is_taken_up_without_loss";

  private Tests() {}

  static NamedTest invariant(String name, String method) {
    return anyInvariant(name, method, "");
  }

  /** All iterations of a test with parameters of these types. */
  static NamedTest anyInvariant(String name, String method, String parameters) {
    int nested = name.indexOf('$');
    String type =
        nested < 0 ? name + "Test" : name.substring(0, nested) + "Test" + name.substring(nested);
    return new NamedTest(TESTKIT + "invariant.Invariant" + type, method, parameters, "");
  }

  static NamedTest traversal(String name, String method) {
    return NamedTest.of(TESTKIT + "traversal." + name, method);
  }

  /** One situation of the kill matrix. */
  static NamedTest killed(String situation) {
    return new NamedTest(
        TESTKIT + "traversal.KillMatrixTest",
        ALL_SITUATIONS,
        TESTKIT + "traversal.Situation",
        situation);
  }
}
