package dev.tidemark.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTest {
  @Test
  void has_everything_percent_encoded() {
    Query query =
        new Query().with("filter[a][gte]", "1 + 2=3&4/5%~").with(Map.of("\u00e9", "\u4e2d"));
    assertThat(query.at("https://api.example.com", "/v2"))
        .hasToString(
            "https://api.example.com/v2?filter%5Ba%5D%5Bgte%5D=1%20%2B%202%3D3%264%2F5%25%7E"
                + "&%C3%A9=%E4%B8%AD");
  }

  @Test
  void keeps_the_last_of_equal_names_in_the_place_of_the_first() {
    assertThat(new Query().with("a", "1").with("b", "2").with("a", "3").at("https://x.example", ""))
        .hasToString("https://x.example?a=3&b=2");
  }

  @Test
  void may_be_empty() {
    assertThat(new Query().at("https://x.example", "/p")).hasToString("https://x.example/p");
  }
}
