package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextUrlTest {
  private static final Definition URL =
      AnyApi.definition("pagination: {kind: next-url, next: links.next}", "parameters: {sort: id}");
  private final CannedTransport transport = new CannedTransport();

  private PageOutcome page(Definition definition, String base, String members)
      throws InterruptedException {
    transport.then(200, "{\"data\":[]," + members + "}");
    return Desk.at(
            Desk.account(definition, URI.create(base), "hush-hush", Settings.DEFAULT),
            "all",
            transport,
            AnyApi.NOW)
        .first();
  }

  @Nested
  class InTheBody {
    @ParameterizedTest
    @CsvSource({
      "https://api.acme.example/all?page=2, /all?page=2",
      "HTTPS://API.acme.example:443/all?page=2, /all?page=2",
      "https://api.acme.example/other/path?x=a%2Bb, /other/path?x=a%2Bb",
      "/all?page=2#top, /all?page=2",
      "?page=2, /all?page=2",
      "next/2, /next/2",
      "/all?page[after]=a b|c, /all?page[after]=a%20b%7Cc",
      "//api.acme.example/all, /all",
      "https://api.acme.example?page=2, /?page=2"
    })
    void is_kept_as_path_and_query(String url, String kept) throws InterruptedException {
      PageOutcome outcome = page(URL, AnyApi.BASE, "\"links\":{\"next\":\"" + url + "\"}");
      assertThat(((Delivered) outcome).next()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/all?page=2",
          "//evil.example/all",
          "http://api.acme.example/all",
          "https://api.acme.example:8443/all",
          "https://api.acme.example@evil.example/all",
          "https://me:pw@api.acme.example/all",
          "https://api.acme.example.evil.example/",
          "https://127.0.0.1:9001/",
          "javascript:alert(1)",
          "file:///etc/passwd",
          "https:///all",
          "https://api_acme/all",
          "ht!tp://x"
        })
    void is_refused_where_it_leads_anywhere_else(String url) throws InterruptedException {
      Refused refused = (Refused) page(URL, AnyApi.BASE, "\"links\":{\"next\":\"" + url + "\"}");
      assertThat(refused.reason())
          .startsWith(AnyApi.BASE + "/all: links.next")
          .containsAnyOf("the credential is sent to the base URL only", "is no URL")
          .doesNotContain("me:pw");
    }

    @ParameterizedTest
    @CsvSource({
      "http://api.acme.example/all?p=2, true",
      "http://api.acme.example:80/all?p=2, true",
      "http://API.acme.example:443/all?p=2, true",
      "http://api.acme.example:8080/all?p=2, false",
      "http://evil.example/all?p=2, false",
      "http://me:pw@api.acme.example/all?p=2, false",
      "ftp://api.acme.example/all?p=2, false"
    })
    void with_http_of_the_same_host_means_https_only_where_that_is_declared(
        String url, boolean followed) throws InterruptedException {
      String members = "\"links\":{\"next\":\"" + url + "\"}";
      Definition upgrading =
          AnyApi.definition("pagination: {kind: next-url, next: links.next, upgradeHttp: true}");
      PageOutcome outcome = page(upgrading, AnyApi.BASE, members);
      assertThat(outcome).isInstanceOf(followed ? Delivered.class : Refused.class);
      String refused = ((Refused) page(URL, AnyApi.BASE, members)).reason();
      assertThat(refused.contains("declare pagination.upgradeHttp: true")).isEqualTo(followed);
      if (followed) {
        assertThat(((Delivered) outcome).next()).isEqualTo("/all?p=2");
        transport.then(200, "{\"data\":[],\"links\":{\"next\":null}}");
        AnyApi.desk(upgrading, transport).next("/all?p=2");
        assertThat(transport.asked().getLast().uri())
            .hasScheme("https")
            .hasHost("api.acme.example");
      }
    }

    @Test
    void outside_of_the_base_url_is_named_where_it_is_refused() throws InterruptedException {
      transport.then(404, "{}");
      PageOutcome outcome =
          Desk.at(
                  Desk.account(
                      URL, URI.create(AnyApi.BASE + "/api/v2"), "hush-hush", Settings.DEFAULT),
                  "all",
                  transport,
                  AnyApi.NOW)
              .next("/v2/all?page=2");
      assertThat(((Refused) outcome).reason())
          .contains("answered 404: asked was https://api.acme.example/api/v2/v2/all, the next")
          .contains("outside of the base URL's path");
    }

    @Test
    void is_asked_for_as_it_is_below_whatever_base_url() throws InterruptedException {
      String base = "https://proxy.example:8443/acme";
      PageOutcome outcome = page(URL, base, "\"links\":{\"next\":\"" + base + "/all?p=2\"}");
      assertThat(((Delivered) outcome).next()).isEqualTo("/all?p=2");
      transport.then(200, "{\"data\":[],\"links\":{\"next\":null}}");
      AnyApi.desk(URL, transport).next("/all?p=2");
      assertThat(transport.asked().getLast().uri()).hasToString(AnyApi.BASE + "/all?p=2");
    }

    @Test
    void ends_the_walk_where_it_is_null_and_is_missed_where_it_is_not_there()
        throws InterruptedException {
      PageOutcome end = page(URL, AnyApi.BASE, "\"links\":{\"next\":null}");
      assertThat(((Delivered) end).next()).isNull();
      assertThat(page(URL, AnyApi.BASE, "\"links\":{}")).isInstanceOf(Refused.class);
      Definition absent =
          AnyApi.definition("pagination: {kind: next-url, next: next, absentEnds: true}");
      assertThat(page(absent, AnyApi.BASE, "\"x\":1")).isInstanceOf(Delivered.class);
    }

    @Test
    void is_believed_only_as_far_as_the_flag_agrees() throws InterruptedException {
      Definition flagged =
          AnyApi.definition("pagination: {kind: next-url, next: next, more: more}");
      assertThat(((Delivered) page(flagged, AnyApi.BASE, "\"next\":\"/a\",\"more\":false")).next())
          .isNull();
      assertThat(((Refused) page(flagged, AnyApi.BASE, "\"more\":true")).reason())
          .contains("says that there is more but next is empty");
      assertThat(page(flagged, AnyApi.BASE, "\"next\":\"/a\"")).isInstanceOf(Refused.class);
    }
  }

  @Nested
  class InALinkHeader {
    private final Definition link = AnyApi.definition("pagination: {kind: link-header}");

    private PageOutcome linked(String header) throws InterruptedException {
      transport.then(200, Map.of("link", header), Pieces.whole("{\"data\":[]}"));
      return AnyApi.desk(link, transport).first();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        value = {
          "<https://api.acme.example/all?p=2>; rel=\"next\" ~ /all?p=2",
          "<?p=1>; rel=prev, </all?p=3,4>; title=\"a, b\"; rel=next ~ /all?p=3,4",
          "</all?p=5>;REL=\"last Next\" ~ /all?p=5",
          "</all?p=5>; rel=last ~",
          "</all?p=5> ~",
          "'' ~",
          ", , ~",
          "</all?p=6>; title=\"a <b>, c; rel=prev\"; rel=next ~ /all?p=6",
          "</all?p=6>; title=\"p=6; \\\"x\"; rel=\"next last\" ~ /all?p=6",
          "</all?c=a;b,c>; crossorigin; rel = next ~ /all?c=a;b,c",
          "</all?p=7>; rel=last; rel=next ~",
          "</all?p=8>; rel=next, </all?p=8>; rel=next ~ /all?p=8"
        })
    void the_relation_counts(String header, @Nullable String next) throws InterruptedException {
      assertThat(((Delivered) linked(header)).next()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        value = {
          "nonsense ~ is no list of links as RFC 8288 writes them",
          "</all?p=2 ~ is no list of links",
          "</all?p=2> rel=next ~ is no list of links",
          "</all?p=2>; title=\"a; rel=next ~ is no list of links",
          "</all?p=2>; rel=next, </all?p=3>; rel=next ~ names 2 different pages as \"next\""
        })
    void what_cannot_be_read_is_no_end(String header, String why) throws InterruptedException {
      assertThat(((Refused) linked(header)).reason()).contains("header Link", why);
    }

    @Test
    void without_it_the_walk_has_ended() throws InterruptedException {
      transport.then(200, "{\"data\":[]}");
      assertThat(((Delivered) AnyApi.desk(link, transport).first()).next()).isNull();
    }

    @Test
    void another_host_is_refused() throws InterruptedException {
      assertThat(((Refused) linked("<https://evil.example/>; rel=next")).reason())
          .contains("header Link points to https://evil.example, not to " + AnyApi.BASE);
    }
  }
}
