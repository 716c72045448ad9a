package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide to a definition of one's own leaves out no key. */
class GuideTest {
  private static final Pattern CODE = Pattern.compile("(?s)```yaml.*?```|`[^`\\n]+`");

  @Test
  void names_every_key_of_the_schema() throws IOException {
    Set<String> keys = new TreeSet<>();
    collect(new ObjectMapper().readTree(SchemaWriter.write()), keys);
    assertThat(keys).hasSizeGreaterThan(100).contains("absentEnds", "spelling", "serverTime");
    String page = Files.readString(Path.of("..", "..", "docs", "your-own-api.md"));
    String code =
        CODE.matcher(page).results().map(MatchResult::group).collect(Collectors.joining(" "));
    assertThat(keys)
        .as("docs/your-own-api.md has no word of these in code")
        .allMatch(key -> Pattern.compile("\\b" + Pattern.quote(key) + "\\b").matcher(code).find());
  }

  private static void collect(JsonNode schema, Set<String> keys) {
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      if (member.getKey().equals("properties")) {
        member.getValue().fieldNames().forEachRemaining(keys::add);
      }
      collect(member.getValue(), keys);
    }
    if (schema.isArray()) {
      schema.forEach(one -> collect(one, keys));
    }
  }
}
