package dev.tidemark.certify;

import dev.tidemark.certify.described.Manner;
import dev.tidemark.certify.described.Manner.Lower;
import dev.tidemark.certify.described.Manner.Naming;
import dev.tidemark.certify.described.Sorting;
import dev.tidemark.rest.definition.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the user says that the API really behaves, where that is not what the definition says.
 *
 * @param late how long after its time a record may become visible; null for the settle lag
 * @param sorting the order of its lists; null for the declared one
 * @param ties whether many records share a time
 * @param lower what it makes of a lower bound
 * @param naming what a cursor names
 * @param unseen whether an edit leaves a record's time as it is
 */
record Assumptions(
    @Nullable Duration late,
    @Nullable Sorting sorting,
    boolean ties,
    Lower lower,
    Naming naming,
    boolean unseen) {
  static final Assumptions NONE =
      new Assumptions(null, null, false, Lower.DESCRIBED, Naming.PLACE, false);

  private static final String KNOWN =
      "late=90s, order=watermark-ascending|id|unordered|newest-first, ties, bound=gt|ignored,"
          + " cursor=record|position or edits=unseen";

  /**
   * Reads what {@code --assume} was given.
   *
   * @throws CertifyException if it is not understood
   */
  static Assumptions of(List<String> words) {
    Assumptions read = NONE;
    for (String word : words) {
      read = read.with(word);
    }
    return read;
  }

  private Assumptions with(String word) {
    String[] parts = word.split("=", 2);
    String value = parts.length == 1 ? "" : parts[1];
    return switch (parts[0]) {
      case "late" -> new Assumptions(duration(value), sorting, ties, lower, naming, unseen);
      case "order" -> new Assumptions(late, order(word, value), ties, lower, naming, unseen);
      case "ties" -> {
        requireOneOf(word, value, "");
        yield new Assumptions(late, sorting, true, lower, naming, unseen);
      }
      case "bound" -> {
        requireOneOf(word, value, "gt", "ignored");
        Lower seen = value.equals("gt") ? Lower.EXCLUSIVE : Lower.IGNORED;
        yield new Assumptions(late, sorting, ties, seen, naming, unseen);
      }
      case "cursor" -> {
        yield new Assumptions(late, sorting, ties, lower, named(word, value), unseen);
      }
      case "edits" -> {
        requireOneOf(word, value, "unseen");
        yield new Assumptions(late, sorting, ties, lower, naming, true);
      }
      default -> throw unknown(word);
    };
  }

  private static Naming named(String word, String value) {
    return switch (value) {
      case "record" -> Naming.RECORD;
      case "position" -> Naming.POSITION;
      default -> throw unknown(word);
    };
  }

  private static Duration duration(String value) {
    try {
      return Durations.of(value);
    } catch (IllegalArgumentException e) {
      throw new CertifyException("--assume late: " + e.getMessage());
    }
  }

  private static Sorting order(String word, String value) {
    return switch (value) {
      case "watermark-ascending" -> Sorting.TIME;
      case "id" -> Sorting.ID;
      case "unordered" -> Sorting.DECEPTIVE;
      case "newest-first" -> Sorting.NEWEST_FIRST;
      default -> throw unknown(word);
    };
  }

  private static void requireOneOf(String word, String value, String... allowed) {
    if (!List.of(allowed).contains(value)) {
      throw unknown(word);
    }
  }

  private static CertifyException unknown(String word) {
    return new CertifyException("--assume " + word + " is not known; write " + KNOWN);
  }

  /** How an API behaves of which that is true. */
  Manner manner(int records) {
    Manner manner = Manner.described(records).bounding(lower);
    manner = sorting == null ? manner : manner.sorted(sorting);
    return manner.naming(naming);
  }
}
