package dev.tidemark.core.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The random name of one run. It begins with the second in which the run was created, so that
 * listings sort by time; the random tail makes two runs of the same second, or a run before and
 * after a reset, different (no ABA).
 */
public record RunId(String value) implements Comparable<RunId> {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-z]{10}");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TAIL = 10;

  public RunId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("not a run id: " + value);
    }
  }

  /** Whether {@code text} is one. */
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** What the ids of runs begin with that were created at {@code at}, in whole seconds. */
  public static String begin(Instant at) {
    return SECOND.format(at);
  }

  /** Draws a new id for a run created at {@code at}. */
  public static RunId draw(Instant at, RandomGenerator random) {
    StringBuilder text = new StringBuilder(begin(at)).append('-');
    for (int i = 0; i < TAIL; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new RunId(text.toString());
  }

  /** The second in which its run was created. */
  public Instant created() {
    return SECOND.parse(value.substring(0, value.length() - TAIL - 1), Instant::from);
  }

  /** Its random part. */
  public String tail() {
    return value.substring(value.length() - TAIL);
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
