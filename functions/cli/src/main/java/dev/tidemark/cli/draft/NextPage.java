package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.rest.paging.WebLinks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way in which the next page may be asked for. */
sealed interface NextPage {
  /** A number of pages or rows in a URL. */
  Pattern COUNTING =
      Pattern.compile("(?i).*[?&](page|offset|skip|start|p|pageNumber|%24skip)=\\d{1,7}(&.*)?");

  /** What asks for the page behind {@code walked}; null where that names none. */
  @Nullable URI behind(Walked walked);

  /** Whether pages or rows are counted: a walk loses its place when a record moves. */
  boolean counts(Walked walked);

  /** Members of the definition's pagination. */
  String yaml();

  /** In a {@code Link} header. */
  record InLink() implements NextPage {
    @Override
    public @Nullable URI behind(Walked walked) {
      String header = walked.page().answer().header("Link");
      List<WebLinks.WebLink> links = header == null ? null : WebLinks.parse(header);
      return links == null
          ? null
          : links.stream()
              .filter(link -> link.relations().contains("next"))
              .map(link -> resolved(walked, link.target()))
              .findFirst()
              .orElse(null);
    }

    @Override
    public boolean counts(Walked walked) {
      return COUNTING.matcher(String.valueOf(behind(walked))).matches();
    }

    @Override
    public String yaml() {
      return "kind: link-header";
    }
  }

  /** A URL in the body. */
  record InBody(MemberPlace place) implements NextPage {
    @Override
    public @Nullable URI behind(Walked walked) {
      JsonNode next = place.in(walked.body());
      return next == null || !next.isTextual() || next.asText().isEmpty()
          ? null
          : resolved(walked, next.asText());
    }

    @Override
    public boolean counts(Walked walked) {
      return COUNTING.matcher(String.valueOf(behind(walked))).matches();
    }

    @Override
    public String yaml() {
      return "kind: next-url, next: " + place.yaml();
    }
  }

  /** A member of the body that a parameter takes. */
  record Token(MemberPlace place, String parameter) implements NextPage {
    @Override
    public @Nullable URI behind(Walked walked) {
      JsonNode next = place.in(walked.body());
      return next == null || !next.isValueNode() || next.isNull() || next.asText().isEmpty()
          ? null
          : walked.with(parameter, next.asText());
    }

    @Override
    public boolean counts(Walked walked) {
      JsonNode next = place.in(walked.body());
      return next != null && next.asText().matches("\\d{1,7}");
    }

    @Override
    public String yaml() {
      return "kind: cursor, parameter: "
          + MemberPlace.quoted(parameter)
          + ", next: "
          + place.yaml();
    }
  }

  /** The id of the last record. */
  record LastId(String parameter, String field) implements NextPage {
    @Override
    public @Nullable URI behind(Walked walked) {
      return walked.ids().isEmpty() ? null : walked.with(parameter, walked.ids().getLast());
    }

    @Override
    public boolean counts(Walked walked) {
      return false;
    }

    @Override
    public String yaml() {
      return "kind: last-record, parameter: " + MemberPlace.quoted(parameter) + ", field: " + field;
    }
  }

  /** A page's number. */
  record Numbered(String parameter, int first) implements NextPage {
    @Override
    public @Nullable URI behind(Walked walked) {
      return walked.with(parameter, Integer.toString(walked.number() + first));
    }

    @Override
    public boolean counts(Walked walked) {
      return true;
    }

    @Override
    public String yaml() {
      return "kind: page-number, parameter: " + MemberPlace.quoted(parameter) + ", first: " + first;
    }
  }

  /** How many records come before. */
  record Skipped(String parameter) implements NextPage {
    @Override
    public @Nullable URI behind(Walked walked) {
      return walked.with(parameter, Integer.toString(walked.before() + walked.ids().size()));
    }

    @Override
    public boolean counts(Walked walked) {
      return true;
    }

    @Override
    public String yaml() {
      return "kind: offset, parameter: " + MemberPlace.quoted(parameter);
    }
  }

  private static @Nullable URI resolved(Walked walked, String text) {
    try {
      URI uri = walked.page().uri().resolve(new URI(text));
      return walked.url().admits(uri) ? uri : null;
    } catch (URISyntaxException e) {
      // What is no URL leads nowhere; other ways are tried.
      return null;
    }
  }
}
