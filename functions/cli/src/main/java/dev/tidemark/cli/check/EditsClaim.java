package dev.tidemark.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.CreationTime;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.json.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether edits raise the time that runs select by: a record whose other time, by its name that of
 * a change, is later than its watermark says that they do not.
 */
final class EditsClaim {
  private static final String EDITS = "edits";
  private static final Pattern CHANGED =
      Pattern.compile("(?i).*(updat|modif|chang|edit|touch|revis).*");

  private EditsClaim() {}

  /** Null where nothing is built on the watermark. */
  static @Nullable DefinitionClaim of(Sample sample, Instant latest) {
    TimeField field = sample.resource().members().watermark();
    if (field == null
        || sample.resource().traversal().filter() == null
        || sample.resource().members().appendOnly()
        || sample.resource().answer().one()) {
      return null;
    }
    List<JsonNode> trees = sample.trees();
    for (int i = 0; i < trees.size(); i++) {
      Watermark own = sample.records().get(i).watermark();
      String later = own == null ? null : later(trees.get(i), field, own, latest);
      if (later != null) {
        return DefinitionClaim.no(
            EDITS,
            "record "
                + sample.records().get(i).id()
                + " was changed later ("
                + later
                + ") than its "
                + field.field()
                + " says: edits that leave "
                + field.field()
                + " alone never land; name the member that every edit raises, in watermark, version"
                + " and filter");
      }
    }
    return CreationTime.isNamed(field.field().toString())
        ? DefinitionClaim.unknown(
            EDITS,
            field.field()
                + " is named like the time of creation, and no record shows whether edits raise it;"
                + " where they do not, they never land")
        : DefinitionClaim.ok(
            EDITS, "no record was changed later than its " + field.field() + " says");
  }

  /** The member by whose name and value the record changed after {@code own}; null for none. */
  private static @Nullable String later(
      JsonNode record, TimeField field, Watermark own, Instant latest) {
    for (Map.Entry<String, JsonNode> member : record.properties()) {
      boolean change = CHANGED.matcher(member.getKey()).matches();
      if (!change
          || member.getKey().equals(field.field().toString())
          || !member.getValue().isValueNode()) {
        continue;
      }
      Instant at = time(member.getValue(), field);
      if (at != null && at.isAfter(own.at().plusSeconds(1)) && !at.isAfter(latest)) {
        return member.getKey() + " " + member.getValue().asText();
      }
    }
    return null;
  }

  private static @Nullable Instant time(JsonNode value, TimeField field) {
    return value.isTextual()
        ? Times.instant(value.asText(), TimeFormat.ISO_8601)
        : field.format() == TimeFormat.INTEGER
            ? null
            : Times.instant(value.asText(), field.format());
  }
}
