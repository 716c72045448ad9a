package dev.tidemark.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is drawn is named by its seed in every message; a fixed one is tried besides a new one. */
class IsoTimeTest {
  private static final int TEXTS = 100_000;
  private static final List<String> BEGUN =
      List.of(
          "2026-01-02T03:04:05Z",
          "2026-02-29t23:59:60z",
          "2024-02-29 00:00:00.123456789012 UTC",
          "1999-12-31T23:59,5-0530",
          "2026-01-02 03:04:05.1 +05:45",
          "2026-01-02T03:04:05,999-18",
          "2026-06-30",
          "2026-01-02 03:04 ");
  private static final String DRAWN = "0123456789-:.,+TtZz UC\u0663";

  /** The grammar once more, as a pattern. */
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)"
              + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d+))?)?"
              + " ?([Zz]|UTC|[+-]\\d\\d(?::?\\d\\d)?)?)?");

  @Test
  void a_text_is_read_as_the_pattern_of_its_grammar_reads_it() {
    tryAll(20261127L);
    tryAll(new SplittableRandom().nextLong());
  }

  private static void tryAll(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int times = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = drawn(random);
      ZoneOffset zone = random.nextBoolean() ? ZoneOffset.ofHours(2) : null;
      Instant expected = byPattern(text, zone);
      assertThat(read(text, zone))
          .as("seed %s: \"%s\" in %s", seed, text, zone)
          .isEqualTo(expected);
      times += expected == null ? 0 : 1;
    }
    assertThat(times).as("times among the texts").isBetween(TEXTS / 20, TEXTS - TEXTS / 20);
  }

  private static String drawn(SplittableRandom random) {
    StringBuilder text = new StringBuilder(BEGUN.get(random.nextInt(BEGUN.size())));
    for (int edits = random.nextInt(4); edits > 0 && !text.isEmpty(); edits--) {
      int at = random.nextInt(text.length());
      char c = DRAWN.charAt(random.nextInt(DRAWN.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, c);
        case 1 -> text.insert(at, c);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  private static @Nullable Instant read(String text, @Nullable ZoneOffset zone) {
    try {
      return IsoTime.read(text, zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant byPattern(String text, @Nullable ZoneOffset zone) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    try {
      String given = form.group(8);
      ZoneOffset offset =
          given == null ? zone : ZoneOffset.of(given.equals("UTC") ? "Z" : given.replace('z', 'Z'));
      if (offset == null) {
        offset = form.group(4) == null ? ZoneOffset.UTC : null;
      }
      return offset == null
          ? null
          : LocalDateTime.of(
                  number(form.group(1)),
                  number(form.group(2)),
                  number(form.group(3)),
                  number(form.group(4)),
                  number(form.group(5)),
                  number(form.group(6)),
                  nanos(form.group(7)))
              .toInstant(offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
  }
}
