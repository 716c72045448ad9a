package dev.tidemark.rest.json;

import dev.tidemark.rest.standin.Taken.Landed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws records that are legal and nasty, in two forms at once: as sent, and without white space.
 */
final class RandomRecord {
  private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t", "\r\n", "  \n ");
  private static final List<String> NUMBERS =
      List.of("0", "-0", "-0.0", "1E400", "1e-400", "12345678901234567890", "1.10", "1e+2", "7");
  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"}],{\\\"\\\\\"",
          "\"\\ud800\\u0000\\/\\u0041\"",
          "\"\uD83C\uDF0A caf\u00e9 \u2028 \u4e2d\"",
          "\" a  b\\n \"",
          "\"\\udc00 \\\\\"");

  private final RandomGenerator random;
  private final ByteArrayOutputStream sent;
  private final ByteArrayOutputStream compact = new ByteArrayOutputStream();
  private final StringBuilder compared = new StringBuilder();
  private boolean counts = true;

  private RandomRecord(RandomGenerator random, ByteArrayOutputStream sent) {
    this.random = random;
    this.sent = sent;
  }

  /** Writes one record to {@code sent} and says what has to come of it. */
  static Landed write(RandomGenerator random, ByteArrayOutputStream sent, long id) {
    return new RandomRecord(random, sent).write(id);
  }

  private Landed write(long id) {
    String identity = random.nextBoolean() ? Long.toString(id) : "\"k" + id + "\"";
    String time = "2026-01-01T00:00:00." + (100 + random.nextInt(900)) + "Z";
    boolean gone = random.nextInt(4) == 0;
    token("{");
    noise();
    member("key", () -> object(() -> member("id", () -> token(identity))));
    noise();
    uncounted("seen", () -> value(2));
    member("version", () -> token("\"wrong\""));
    member("meta", () -> object(() -> meta(time)));
    noise();
    member("state", () -> token(gone ? "\"gone\"" : "\"here\""));
    member("version", () -> token(Long.toString(id)));
    noise();
    last("", () -> token("\"an empty key\""));
    token("}");
    return new Landed(
        compact.toString(StandardCharsets.UTF_8),
        identity,
        time,
        Long.toString(id),
        null,
        gone,
        compared.toString());
  }

  private void meta(String time) {
    noise();
    uncounted("views", () -> value(3));
    member("time", () -> object(() -> member("updated", () -> token('"' + time + '"'))));
  }

  private void noise() {
    for (int i = random.nextInt(4); i > 0; i--) {
      member("n" + random.nextInt(3), () -> value(0));
    }
  }

  private void value(int depth) {
    switch (random.nextInt(depth > 4 ? 3 : 7)) {
      case 0 -> token(NUMBERS.get(random.nextInt(NUMBERS.size())));
      case 1 -> token(TEXTS.get(random.nextInt(TEXTS.size())));
      case 2 -> token(List.of("true", "false", "null", "[]", "{}").get(random.nextInt(5)));
      case 3 -> object(() -> member("id", () -> value(depth + 1)));
      case 4 -> list(depth);
      case 5 -> deep(random.nextInt(900));
      default -> token('"' + "x".repeat(random.nextInt(30_000)) + '"');
    }
  }

  private void deep(int levels) {
    token("[{\"d\":".repeat(levels / 2));
    token("null");
    token("}]".repeat(levels / 2));
  }

  private void list(int depth) {
    token("[");
    for (int i = random.nextInt(4); i > 0; i--) {
      value(depth + 1);
      token(",");
    }
    value(depth + 1);
    token("]");
  }

  /** Each of {@code members} ends with a comma. */
  private void object(Runnable members) {
    token("{");
    members.run();
    last("twin", () -> token("1"));
    if (random.nextBoolean()) {
      token(",");
      last("twin", () -> token("2"));
    }
    token("}");
  }

  private void uncounted(String name, Runnable value) {
    counts = false;
    last(name, value);
    counts = true;
    token(",");
  }

  private void member(String name, Runnable value) {
    last(name, value);
    token(",");
  }

  private void last(String name, Runnable value) {
    token('"' + name + '"');
    token(":");
    value.run();
  }

  private void token(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    space();
    sent.writeBytes(bytes);
    compact.writeBytes(bytes);
    if (counts) {
      compared.append(text);
    }
    space();
  }

  private void space() {
    sent.writeBytes(SPACES.get(random.nextInt(SPACES.size())).getBytes(StandardCharsets.UTF_8));
  }
}
