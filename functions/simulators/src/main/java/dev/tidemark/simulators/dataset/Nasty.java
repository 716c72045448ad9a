package dev.tidemark.simulators.dataset;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is legal in a record and breaks a careless client; applied to a record that is else plain.
 */
public enum Nasty {
  /** The same key twice with different values. */
  DUPLICATE_KEYS(draft -> draft.raw("twin", "\"first\"").raw("twin", "\"second\"")),
  /** An integer of 20 digits and one of 40. */
  BIG_INTEGERS(draft ->
      draft
          .raw("big", "12345678901234567890")
          .raw("bigger", "-1234567890123456789012345678901234567890")),
  /** Zeros with a sign. */
  NEGATIVE_ZERO(draft -> draft.raw("zero", "-0").raw("zero_point", "-0.0")),
  /** Numbers beyond a double. */
  HUGE_EXPONENT(draft -> draft.raw("huge", "1E400").raw("tiny", "1e-400")),
  /** Numbers whose value survives a rewrite and whose text does not. */
  TRAILING_ZEROS(draft -> draft.raw("rate", "1.0").raw("rates", "[1.10,100E0,1e+2,0.30]")),
  /**
   * Escapes that a rewrite would spell otherwise: NUL, lone surrogates, a slash, a plain letter.
   */
  ESCAPES(draft -> draft.raw("escaped", "\"\\u0000\\ud800 \\udc00\\/\\u0041\\b\\u00E9\\\"\\\\\"")),
  /** Characters outside the basic plane, unescaped, and line separators. */
  EMOJI(draft -> draft.raw("mood", "\"\uD83C\uDF0A \uD83D\uDC18 caf\u00e9 \u2028\"")),
  /** A key without a name. */
  EMPTY_KEY(draft -> draft.raw("", "\"\"")),
  /** The key under which Tidemark adds its own member, deeper down. */
  RESERVED_KEY(
      draft -> draft.raw("copy", "{\"_tidemark\":{\"run\":\"forged\",\"op\":\"delete\"}}")),
  /** An id and a time in a nested object that comes before the real ones. */
  NESTED_ID(draft -> draft.first("shadow", "{\"id\":-1,\"updated_at\":\"1999-01-01T00:00:00Z\"}")),
  /** Two hundred levels. */
  DEEP(draft -> draft.raw("deep", "[{\"d\":".repeat(100) + "null" + "}]".repeat(100))),
  /** A string of 100 KB with the structure characters of JSON in it. */
  LONG(draft -> draft.raw("long", '"' + "0123456789},{\\\"]".repeat(100 * 1024 / 16) + '"')),
  /** White space between tokens, line feeds included. */
  PRETTY(draft -> draft.raw("list", "[ 1 ,\n 2 , { \"a\" : \" \\n \" } ]").pretty()),
  /** {@code updated_at} is null (lev 1.7: "nullable in every Lev schema"). */
  NULL_TIME(draft -> draft.stamp(null, "null")),
  /** {@code updated_at} is missing (lev 1.7: properties and team have none). */
  ABSENT_TIME(draft -> draft.stamp(null, null)),
  /** {@code updated_at} in a far future. */
  FUTURE_TIME(draft -> stamp(draft, "2099-01-01T00:00:00Z")),
  /** Three fraction digits. */
  MILLIS(draft -> refine(draft, ".120Z")),
  /** Six fraction digits. */
  MICROS(draft -> refine(draft, ".123450Z")),
  /** Nine fraction digits. */
  NANOS(draft -> refine(draft, ".123456780Z")),
  /** An offset in place of Z. */
  OFFSET(draft -> refine(draft, "+00:00"));

  private static final int TO_SECONDS = "2026-01-01T00:00:00".length();

  // The lambdas above capture nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Consumer<Draft> spoiling;

  Nasty(Consumer<Draft> spoiling) {
    this.spoiling = spoiling;
  }

  void spoil(Draft draft) {
    spoiling.accept(draft);
  }

  /** The kinds that concern the record's time. */
  public static Set<Nasty> times() {
    return EnumSet.range(NULL_TIME, OFFSET);
  }

  private static void refine(Draft draft, String tail) {
    stamp(draft, String.valueOf(draft.updatedAt()).substring(0, TO_SECONDS) + tail);
  }

  private static void stamp(Draft draft, String text) {
    draft.stamp(Instant.parse(text), '"' + text + '"');
  }
}
