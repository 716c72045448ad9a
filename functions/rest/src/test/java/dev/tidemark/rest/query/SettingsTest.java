package dev.tidemark.rest.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Parameter;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.standin.Desk;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Definition LEV = Sources.builtIn("lev");
  private static final PageSize SIZE = size(100, 200);

  private static PageSize size(int ask, int max) {
    return new PageSize(new Parameter("limit", null, null), ask, max, List.of());
  }

  @Test
  void are_those_of_the_definition_where_nothing_is_set() {
    Settings settings = Settings.of(LEV, Map.of());
    assertThat(settings).isEqualTo(Settings.DEFAULT);
    assertThat(settings.pageSize(SIZE)).isEqualTo(100);
    assertThat(settings.maxResponseBytes()).isEqualTo(64L * 1024 * 1024);
    assertThat(settings.perMinute()).isNull();
  }

  @Test
  void are_what_is_set() {
    Map<String, String> given = Map.of("pageSize", "7", "rate", "12", "maxResponseBytes", "2048");
    Settings settings = Settings.of(LEV, given);
    assertThat(settings).isEqualTo(new Settings(7, 12, 2048, null, Wanted.DEFAULT, given));
    assertThat(settings.pageSize(SIZE)).isEqualTo(7);
    assertThat(settings.pageSize(size(1, 5))).isEqualTo(5);
  }

  @Test
  void name_a_tier_that_the_vendor_documents() {
    assertThat(Settings.of(LEV, Map.of("tier", "free")).perMinute()).isEqualTo(10);
    assertThat(Settings.of(LEV, Map.of("tier", "free", "rate", "off")).perMinute()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "pagesize, 5, 'fields, include, maxResponseBytes, pageSize, rate, schema, tier'",
    "pageSize, 0, between 1 and 200",
    "pageSize, 201, between 1 and 200",
    "pageSize, ten, not a whole number",
    "pageSize, '', not a whole number",
    "schema, 0, between 1 and 2147483647",
    "include, teams, 'financials, properties, team, pipelines'",
    "include, 'team,', has an empty name",
    "fields, '', has an empty name",
    "rate, 0, between 1 and 1000000",
    "rate, fast, not a whole number",
    "maxResponseBytes, 1, between 1024",
    "tier, gold, 'enterprise'"
  })
  void that_make_no_sense_are_refused_with_what_does(String key, String value, String remedy) {
    assertThatThrownBy(() -> Settings.of(LEV, Map.of(key, value)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll("setting", remedy);
  }

  @Test
  void select_nothing_where_an_api_gives_no_choice() {
    assertThatThrownBy(() -> Settings.of(Sources.builtIn("askelephant"), Map.of("fields", "id")))
        .hasMessageContaining("no resource of askelephant can be asked for a part");
    assertThatThrownBy(() -> Settings.of(Sources.builtIn("askelephant"), Map.of("include", "a")))
        .hasMessageContaining("askelephant, which has none");
  }

  @Test
  void name_no_tier_where_there_is_none() {
    assertThatThrownBy(() -> Settings.of(Sources.builtIn("askelephant"), Map.of("tier", "free")))
        .hasMessageContaining("askelephant, which has none");
  }

  @Test
  void choose_the_version_of_the_landed_form() {
    ResourceKey deals = ResourceKey.of("lev", "deals");
    assertThat(account(Map.of()).plan(deals).form().schema()).isEqualTo(1);
    assertThat(account(Map.of("schema", "3")).plan(deals).form().schema()).isEqualTo(3);
  }

  @Test
  void of_what_is_wanted_are_part_of_the_query_and_others_are_not() {
    ResourceKey deals = ResourceKey.of("lev", "deals");
    String plain = account(Map.of()).plan(deals).queryHash();
    String parts = account(Map.of("fields", "title,size")).plan(deals).queryHash();
    assertThat(parts).isNotEqualTo(plain);
    assertThat(account(Map.of("fields", "size,title")).plan(deals).queryHash()).isEqualTo(parts);
    assertThat(account(Map.of("include", "team")).plan(deals).queryHash())
        .isNotEqualTo(plain)
        .isNotEqualTo(parts);
    assertThat(account(Map.of("pageSize", "3", "rate", "off", "schema", "2")).plan(deals))
        .extracting(plan -> plan.queryHash())
        .isEqualTo(plain);
    ResourceKey others = ResourceKey.of("lev", "contacts");
    assertThat(account(Map.of("include", "team")).plan(others).queryHash())
        .isEqualTo(account(Map.of()).plan(others).queryHash());
  }

  private static DescribedSource account(Map<String, String> settings) {
    return Desk.account("lev", URI.create("https://api.lev.com"), "lev_sk_x", settings).source();
  }

  @Test
  void metric_sets_that_some_answers_have_beside_the_tickets_are_not_offered() {
    assertThatThrownBy(
            () -> Settings.of(Sources.builtIn("zendesk"), Map.of("include", "metric_sets")))
        .hasMessageContaining("\"metric_sets\" is none of dates, comment_events");
  }
}
