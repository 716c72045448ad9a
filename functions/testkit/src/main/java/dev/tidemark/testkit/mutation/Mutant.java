package dev.tidemark.testkit.mutation;

import java.util.Map;

/**
 * One way to break the product.
 *
 * @param what is broken
 * @param edit that breaks it
 * @param caughtBy the test that has to fail
 */
public record Mutant(String what, Edit edit, NamedTest caughtBy) {
  /** What the named test comes to where the product is broken. */
  public MutantVerdict verdict() {
    SourceFile broken = SourceFile.of(edit.where()).replacing(edit.text(), edit.replacement());
    Map<String, byte[]> classes = new Compilation().of(broken);
    return caughtBy.run(NamedTest.reloading(classes));
  }
}
