package dev.tidemark.rest.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The hashes of the built-in resources are kept with the cursors and bookmarks of accounts: another
 * value costs each of them a walk over everything at the next deployment. A change here needs a
 * line in the changelog.
 */
class QueryHashTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "lev companies = d6c5d9ef51d40c4e",
        "lev contacts = c9e84d742fbffb54",
        "lev deal_financials = 0eea6eb1c5eba95f",
        "lev deal_notes = efcea317641e3f21",
        "lev deal_properties = fec304334193040e",
        "lev deal_team = 591ba909d483b95d",
        "lev deal_term_sheets = 524a0f623e6bc475",
        "lev deals = a5fe581d9ace5df8",
        "lev lenders = 220120e4fe728d6d",
        "lev placements = 20dce9468a0b3196",
        "askelephant companies = 53bfa47b004b43b4",
        "askelephant contacts = 521699b4a961611d",
        "askelephant engagements = 9a5c208148ddcd0a",
        "askelephant tags = 27a825693c1821ee",
        "askelephant users = 65e7bf5c89cfa29a",
        "zendesk organizations = 202da8d2faf98c49",
        "zendesk ticket_events = 7ef75e48e2aef5e9",
        "zendesk ticket_metric_events = b2bf3b30ad6dcb1b",
        "zendesk tickets = b16c8da4bcb552be",
        "zendesk users = b2b93df16d28446a"
      })
  void of_a_built_in_resource_is_what_it_was(String resource, String hash) {
    String[] names = resource.split(" ", 2);
    assertThat(hashes(names[0])).containsEntry(names[1], hash);
  }

  @ParameterizedTest
  @CsvSource({"lev, 10", "askelephant, 5", "zendesk, 5"})
  void is_pinned_of_every_one(String source, int resources) {
    assertThat(hashes(source)).hasSize(resources);
  }

  private static Map<String, String> hashes(String source) {
    Definition definition = Sources.builtIn(source);
    Map<String, String> hashes = new TreeMap<>();
    definition
        .runnable()
        .forEach(name -> hashes.put(name, QueryHash.of(definition.resource(name), Wanted.DEFAULT)));
    return hashes;
  }
}
