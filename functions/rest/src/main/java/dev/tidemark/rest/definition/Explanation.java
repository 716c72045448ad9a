package dev.tidemark.rest.definition;

import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;

/** A definition in words, for the person who has to trust it. */
public final class Explanation {
  private Explanation() {}

  /** Several lines about {@code definition}. */
  public static String of(Definition definition) {
    StringBuilder text = new StringBuilder();
    text.append(definition.source()).append(": ").append(definition.title()).append('\n');
    String own = definition.accountUrl();
    text.append("  at ")
        .append(own == null ? definition.baseUrl() : "the account's own base URL, such as " + own);
    if (definition.documentation() != null) {
      text.append(", documented at ").append(definition.documentation());
    }
    text.append('\n');
    Iterator<String> names = definition.names().iterator();
    for (Resource resource : definition.resources().values()) {
      text.append('\n').append(names.next()).append('\n');
      resource(text, resource);
    }
    return text.toString();
  }

  private static void resource(StringBuilder text, Resource resource) {
    line(text, "asks", resource.method() + " " + resource.path() + asked(resource));
    line(text, "pages by", pages(resource.pagination()));
    line(text, "order", order(resource.order()));
    line(text, "next run", nextRun(resource));
    line(text, "checkpoint", checkpoint(resource));
    VersionField version = resource.version();
    line(
        text,
        "newer wins by",
        version == null
            ? "the later fetch"
            : version.field() + " (" + Names.kebab(version.type().name()) + ")");
    line(
        text,
        "unchanged",
        "same id and same bytes are published once"
            + (resource.volatileFields().isEmpty()
                ? ""
                : ", aside from " + String.join(", ", resource.volatileFields())));
  }

  private static String asked(Resource resource) {
    PageSize size = resource.pageSize();
    String pages = size == null ? "" : ", pages of " + size.ask() + " (at most " + size.max() + ")";
    return resource.parameters().isEmpty() ? pages : " with " + resource.parameters() + pages;
  }

  private static String order(Order order) {
    return switch (order) {
      case WATERMARK_ASCENDING -> "oldest change first; a lost cursor goes on where time stood";
      case ID -> "by id; an edit behind the cursor is seen by the next run";
      case UNORDERED -> "none; a lost cursor begins anew";
    };
  }

  /** How the pages follow each other; in the words of the vocabulary. */
  private static String pages(Pagination pagination) {
    return Names.kebab(pagination.getClass().getSimpleName());
  }

  private static String nextRun(Resource resource) {
    Filter filter = resource.filter();
    if (resource.promote() == Promotion.CURSOR) {
      return "goes on from the cursor that the last one ended with";
    }
    return filter == null
        ? "walks everything, since the API does not select by time, and publishes what differs"
        : "asks for "
            + filter.from()
            + " "
            + Names.kebab(filter.bound().name())
            + " the older of checkpoint and run start - "
            + seconds(resource.settleLag())
            + ", less "
            + seconds(resource.lookback());
  }

  private static String checkpoint(Resource resource) {
    return switch (resource.promote()) {
      case MAX_SEEN -> "the highest time seen that is not in the future";
      case RUN_START -> "the server's time when the run began";
      case CURSOR -> "the API's last cursor";
    };
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-14s %s%n", name, value));
  }
}
