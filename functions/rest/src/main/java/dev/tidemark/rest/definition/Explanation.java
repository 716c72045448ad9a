package dev.tidemark.rest.definition;

import dev.tidemark.core.watermark.Promotion;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A definition in words, for the operator who has to trust it. */
public final class Explanation {
  private Explanation() {}

  /** Several lines about {@code definition}. */
  public static String of(Definition definition) {
    StringBuilder text = new StringBuilder();
    text.append(definition.source()).append(": ").append(definition.about().title()).append('\n');
    String own = definition.entrance().accountUrl();
    text.append("  at ")
        .append(
            own == null
                ? definition.entrance().baseUrl()
                : "the account's own base URL, such as " + own);
    if (definition.about().documentation() != null) {
      text.append(", documented at ").append(definition.about().documentation());
    }
    text.append('\n');
    AuthWords.of(definition.entrance().auth()).forEach((name, value) -> line(text, name, value));
    line(text, "account", account(definition.entrance().account()));
    definition
        .limits()
        .rate()
        .buckets()
        .forEach((name, bucket) -> line(text, "at most", limit(bucket) + " (" + name + ")"));
    definition
        .limits()
        .tiers()
        .forEach((name, most) -> line(text, "tier " + name, most + " requests a minute"));
    AnswerWords.of(definition.answers().errors()).forEach((name, value) -> line(text, name, value));
    Iterator<String> names = definition.names().iterator();
    for (Resource resource : definition.resources().values()) {
      text.append('\n').append(names.next()).append('\n');
      resource(text, resource);
    }
    return text.toString();
  }

  private static String limit(Rate.Bucket bucket) {
    return bucket.requests() + " requests in " + seconds(bucket.per());
  }

  private static String account(@Nullable AccountId account) {
    return account == null
        ? "known by the base URL alone, which a connection is kept to"
        : "its id is " + account.id() + " at " + account.path() + "; a connection is kept to both";
  }

  private static void resource(StringBuilder text, Resource resource) {
    line(text, "asks", asks(resource));
    ChildWords.of(resource).forEach((name, says) -> line(text, name, says));
    line(text, "pages by", PageWords.of(resource));
    line(text, "walked by", Walking.words(resource));
    String windows = Walking.windows(resource.traversal().filter());
    if (windows != null) {
      line(text, "windows", windows);
    }
    line(text, "order", order(resource));
    line(text, "next run", nextRun(resource));
    if (resource.answer().total() != null) {
      line(text, "compared", "with the whole list's size, at " + resource.answer().total());
    }
    line(text, "checkpoint", checkpoint(resource));
    assumes(text, resource);
    line(text, "newer wins by", newer(resource.members().version()));
    if (resource.members().id().isComposite()) {
      line(text, "id", resource.members().id() + " together");
    }
    times(text, resource);
    line(
        text,
        "unchanged",
        "same id and same bytes are published once"
            + (resource.members().volatileFields().isEmpty()
                ? ""
                : ", aside from " + join(resource.members().volatileFields()))
            + (resource.members().shuffled() ? "; the order of its members does not count" : ""));
    columns(text, resource);
    Tombstone deleted = resource.members().deleted();
    if (deleted != null) {
      line(text, "deleted", "a record whose " + deleted.field() + " " + deleted.words());
    }
    Duration retains = resource.traversal().retains();
    if (retains != null) {
      line(
          text,
          "retains",
          "a run that begins more than "
              + retains.multipliedBy(9).dividedBy(10).toHours()
              + " h after the last completed one walks everything"
              + (resource.cannotReconcile() == null
                  ? ", and only a reconcile finds what was deleted meanwhile"
                  : "; what was deleted meanwhile is not found"));
    }
    line(text, "vanished", vanished(resource));
    line(
        text,
        "refresh",
        resource.single() == null
            ? "cannot be asked for one record"
            : resource.readsAlone()
                ? "reads one record at " + resource.single().path()
                : "cannot land one record: " + resource.single().path() + " only proves");
    selected(text, resource);
  }

  private static void columns(StringBuilder text, Resource resource) {
    List<DeclaredColumn> columns = resource.members().declared();
    if (!columns.isEmpty()) {
      line(
          text,
          "columns",
          "tables and exports have "
              + columns.stream()
                  .map(one -> one.name() + " " + one.type())
                  .collect(Collectors.joining(", ")));
    }
  }

  /** What has to be true of the API's times for an edit to be seen. */
  private static void assumes(StringBuilder text, Resource resource) {
    TimeField watermark = resource.members().watermark();
    if (watermark == null
        || resource.traversal().filter() == null
        || resource.members().appendOnly()) {
      return;
    }
    line(text, "assumes", "every edit raises " + watermark.field());
    if (watermark.otherwise() != null) {
      line(
          text,
          "assumes",
          "the API selects by "
              + watermark.otherwise()
              + " where "
              + watermark.field()
              + " is null");
    }
    if (CreationTime.isNamed(watermark.field().toString())) {
      line(
          text,
          "WARNING",
          watermark.field()
              + " is named like the time of creation: if edits leave it alone they never land");
    }
  }

  private static void times(StringBuilder text, Resource resource) {
    TimeField watermark = resource.members().watermark();
    if (watermark != null && watermark.zone() != null) {
      line(
          text,
          "times",
          watermark.field() + ", in " + watermark.zone() + " where it has no offset");
    }
    String form = resource.answer().records().words();
    if (!form.isEmpty()) {
      line(text, "records", form);
    }
    if (resource.answer().absentEmpty()) {
      line(
          text,
          "empty",
          "an answer without " + resource.answer().records().path() + " is an empty page");
    }
  }

  private static void selected(StringBuilder text, Resource resource) {
    Fields fields = resource.request().fields();
    if (fields != null) {
      line(text, "--set fields", "sent as " + fields.parameter());
    }
    Include include = resource.request().include();
    if (include != null) {
      line(text, "--set include", "any of " + String.join(", ", include.values()));
    }
    if (resource.bucket() != null) {
      line(text, "counts in", resource.bucket());
    }
  }

  private static String asks(Resource resource) {
    PageSize size = resource.request().pageSize();
    String pages = size == null ? "" : ", pages of " + size.ask() + " (at most " + size.max() + ")";
    return resource.request().method()
        + " "
        + resource.request().path()
        + (resource.request().sent().body().isEmpty()
            ? ""
            : " with the body "
                + resource.request().sent().body()
                + (resource.request().sent().bodyForm() == BodyForm.FORM ? " as a form" : ""))
        + (resource.request().parameters().isEmpty()
            ? ""
            : " with " + resource.request().parameters())
        + pages;
  }

  private static String order(Resource resource) {
    if (resource.kin().parent() != null) {
      return "parent by parent; a lost cursor restarts that list";
    }
    return switch (resource.traversal().order()) {
      case WATERMARK_ASCENDING ->
          "oldest change first; a lost cursor "
              + (resource.traversal().filter() == null
                  ? "restarts the walk"
                  : "resumes where time stood");
      case ID -> "by id; an edit behind the cursor is seen by the next run";
      case UNORDERED -> "none; a lost cursor restarts the walk";
    };
  }

  private static String nextRun(Resource resource) {
    Filter filter = resource.traversal().filter();
    if (resource.traversal().promote() == Promotion.CURSOR) {
      return "begins at the cursor that the last one ended with";
    }
    if (filter == null) {
      return "walks everything, since the API does not select by time, and publishes what differs";
    }
    return "asks for "
        + filter.from()
        + " "
        + Names.kebab(filter.bound().name())
        + " the older of checkpoint and run start - "
        + seconds(resource.traversal().settleLag())
        + ", less "
        + overlap(resource.traversal())
        + (filter.form().zone() == null ? "" : ", written in " + filter.form().zone())
        + (filter.optional() ? "; walks everything where that is refused" : "");
  }

  private static String overlap(ListTraversal traversal) {
    return seconds(traversal.overlap())
        + (traversal.overlap().equals(traversal.lookback())
            ? ""
            : " (raised from "
                + seconds(traversal.lookback())
                + ": its bounds are whole days, and two zones are up to "
                + BoundZone.WIDEST_HOURS
                + " h apart)");
  }

  private static String checkpoint(Resource resource) {
    return switch (resource.traversal().promote()) {
      case MAX_SEEN -> "the highest time seen that is not in the future";
      case RUN_START -> "the server's time when the run began";
      case CURSOR -> "the API's last cursor";
    };
  }

  private static String newer(@Nullable VersionField version) {
    return version == null
        ? "the later fetch"
        : version.field() + " (" + Names.kebab(version.type().name()) + ")";
  }

  /** How a reconcile proves a delete. */
  private static String vanished(Resource resource) {
    Single single = resource.single();
    String cannot = resource.cannotReconcile();
    if (cannot != null) {
      return "cannot be told: " + cannot;
    }
    return single != null
        ? "a reconcile asks for it at "
            + single.path()
            + "; only "
            + single.gone().stream().map(String::valueOf).collect(Collectors.joining(" or "))
            + " is a delete"
        : resource.kin().parent() != null
            ? "a reconcile reads the parent's list again: missing there is a delete, and so is all"
                + " of it where the parent's own single says that the parent is gone"
            : "a reconcile takes for deleted what its whole walk does not show";
  }

  private static String join(List<MemberPath> paths) {
    return paths.stream().map(MemberPath::toString).collect(Collectors.joining(", "));
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-14s %s%n", name, value));
  }
}
