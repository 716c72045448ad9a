package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.json.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A member of the records that holds times.
 *
 * @param times one for each record that was seen, in their order; none of them null
 */
record TimeGuess(String member, TimeFormat format, List<Instant> times) {
  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d(:?\\d\\d)?)");
  private static final Pattern LOCAL =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?)?");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i).*(_at|at|time|date|ts|timestamp|created|updated|modified|changed|edited|since)");
  private static final Pattern CHANGED = Pattern.compile("(?i).*(updat|modif|chang|edit).*");
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MILLI_DIGITS = 3;

  TimeGuess {
    times = List.copyOf(times);
  }

  /** Those that all {@code records} have. */
  static List<TimeGuess> in(List<JsonNode> records) {
    List<TimeGuess> found = new ArrayList<>();
    for (var member : records.getFirst().properties()) {
      TimeGuess guess = of(member.getKey(), records);
      if (guess != null) {
        found.add(guess);
      }
    }
    return found;
  }

  /** Members that hold times without an offset or a day alone, or that some records lack. */
  static List<String> unfit(List<JsonNode> records) {
    return records.getFirst().properties().stream()
        .filter(
            member -> records.stream().anyMatch(record -> isLocal(record.path(member.getKey()))))
        .map(member -> MemberPlace.shown(member.getKey()))
        .toList();
  }

  private static boolean isLocal(JsonNode value) {
    return value.isTextual() && LOCAL.matcher(value.asText()).matches();
  }

  private static @Nullable TimeGuess of(String member, List<JsonNode> records) {
    List<JsonNode> values = records.stream().map(record -> record.path(member)).toList();
    TimeFormat format = format(member, values);
    if (format == null) {
      return null;
    }
    List<Instant> times = new ArrayList<>();
    for (JsonNode value : values) {
      Instant at = Times.instant(value.asText(), format);
      if (at == null || at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
        return null;
      }
      times.add(at);
    }
    return new TimeGuess(member, format, times);
  }

  private static @Nullable TimeFormat format(String member, List<JsonNode> values) {
    if (values.stream()
        .allMatch(value -> value.isTextual() && ISO.matcher(value.asText()).matches())) {
      int digits = values.stream().mapToInt(value -> fraction(value.asText())).max().orElse(0);
      return digits == 0
          ? TimeFormat.ISO_8601_SECONDS
          : digits <= MILLI_DIGITS ? TimeFormat.ISO_8601 : TimeFormat.ISO_8601_MICROS;
    }
    if (!NAMED.matcher(member).matches() || !values.stream().allMatch(JsonNode::isIntegralNumber)) {
      return null;
    }
    return switch (values.getFirst().asText().length()) {
      case 9, 10 -> TimeFormat.EPOCH_SECONDS;
      case 12, 13 -> TimeFormat.EPOCH_MILLIS;
      case 15, 16 -> TimeFormat.EPOCH_MICROS;
      case 18, 19 -> TimeFormat.EPOCH_NANOS;
      default -> null;
    };
  }

  private static int fraction(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? 0 : text.substring(dot + 1).replaceFirst("\\D.*", "").length();
  }

  /** The one by which a change is known; null where none is named like it. */
  static @Nullable TimeGuess ofChange(List<TimeGuess> times) {
    return times.stream()
        .filter(time -> CHANGED.matcher(time.member()).matches())
        .filter(time -> new MemberPlace(List.of(time.member())).yaml().equals(time.member()))
        .findFirst()
        .orElse(null);
  }

  /** The word of the format. */
  String word() {
    return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isText() {
    return word().startsWith("iso");
  }

  /** In which order the records came; null for none. */
  @Nullable String order() {
    boolean up = true;
    boolean down = true;
    for (int i = 1; i < times.size(); i++) {
      up &= !times.get(i).isBefore(times.get(i - 1));
      down &= !times.get(i).isAfter(times.get(i - 1));
    }
    return up == down ? null : up ? "oldest first" : "newest first";
  }

  /** A time of {@code page} that others of it are before; null where they share one. */
  @Nullable Instant middle(Walked page) {
    List<Instant> sorted =
        page.records().stream().map(this::of).filter(Objects::nonNull).sorted().toList();
    Instant middle = sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
    return middle == null || middle.equals(sorted.getFirst()) ? null : middle;
  }

  /** The time of {@code record}; null where it has none. */
  @Nullable Instant of(JsonNode record) {
    JsonNode value = record.path(member);
    return value.isValueNode() && !value.isNull() ? Times.instant(value.asText(), format) : null;
  }

  /** How a bound is sent; exactly {@code at}, or null. */
  @Nullable String bound(Instant at) {
    String sent = Times.format(at, format);
    return Objects.equals(Times.instant(sent, format), at) ? sent : null;
  }
}
