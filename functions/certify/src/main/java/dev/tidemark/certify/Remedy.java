package dev.tidemark.certify;

import dev.tidemark.certify.described.Manner.Lower;
import dev.tidemark.certify.described.Manner.Naming;

/**
 * What to do about a finding.
 *
 * @param why what was assumed that makes for it; empty for nothing
 * @param what to change
 */
public record Remedy(String why, String what) {
  /** Always right, and costs requests. */
  static final String EVERYTHING = "declare order: unordered with promote: run-start";

  /** Nothing in a definition asks for a loss. */
  static final Remedy UNKNOWN =
      new Remedy("", "nothing in the definition asks for this: please report it");

  /** What is to be done where nothing but the user's assumptions can be the reason. */
  static Remedy of(Subject subject) {
    Assumptions assumed = subject.assumed();
    if (assumed.sorting() != null) {
      return new Remedy("the API does not walk in the declared order", EVERYTHING);
    }
    if (assumed.lower() == Lower.EXCLUSIVE) {
      return new Remedy(
          "the API leaves out what lies at the lower bound", "declare bound: gt with a settleLag");
    }
    if (assumed.ties()) {
      return new Remedy("records share their time", "page by a cursor that is no time");
    }
    if (assumed.naming() == Naming.POSITION) {
      return new Remedy(
          "the cursor is a position, and what left its place moved a record past it",
          "declare walk: bound, or " + EVERYTHING.replaceFirst("declare ", ""));
    }
    if (assumed.lower() == Lower.IGNORED || assumed.naming() == Naming.RECORD) {
      return new Remedy("the API does not do as declared", EVERYTHING);
    }
    return UNKNOWN;
  }
}
