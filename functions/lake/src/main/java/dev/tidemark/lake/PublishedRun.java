package dev.tidemark.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.run.ResourceKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A completed run as its manifest tells it.
 *
 * @param resource without a variant: runs beside the resource's own publish into the same lake
 * @param run its id
 * @param mode the word for it
 * @param startedAt when it began
 * @param completedAt when its last page was read
 * @param objects in the order in which they were read from the API
 * @param index fingerprints of the objects' lines, in their order
 * @param json the whole manifest, for what is not taken apart here
 */
public record PublishedRun(
    ResourceKey resource,
    String run,
    String mode,
    Instant startedAt,
    Instant completedAt,
    List<Manifest.Entry> objects,
    List<IndexSegment> index,
    ObjectNode json) {
  /** In the order of the lake: by when they began. */
  public static final Comparator<PublishedRun> BY_START =
      Comparator.comparing(PublishedRun::startedAt).thenComparing(PublishedRun::run);

  public PublishedRun {
    objects = List.copyOf(objects);
    index = List.copyOf(index);
  }

  /**
   * Takes a manifest apart.
   *
   * @throws IllegalArgumentException if it is none; the message says what is wrong
   */
  static PublishedRun of(ObjectNode json) {
    try {
      return new PublishedRun(
          ResourceKey.of(text(json, "connection"), text(json, "resource")),
          text(json, "run"),
          text(json, "mode"),
          Instant.parse(text(json, "startedAt")),
          Instant.parse(text(json, "completedAt")),
          entries(json.path("objects")),
          segments(json.path("index")),
          json);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time in it cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Manifest.Entry> entries(JsonNode objects) {
    List<Manifest.Entry> entries = new ArrayList<>();
    for (JsonNode object : objects) {
      entries.add(
          new Manifest.Entry(
              text(object, "key"),
              object.path("records").asLong(),
              object.path("bytes").asLong(),
              text(object, "sha256")));
    }
    return entries;
  }

  private static List<IndexSegment> segments(JsonNode index) {
    List<IndexSegment> segments = new ArrayList<>();
    for (JsonNode segment : index) {
      segments.add(new IndexSegment(text(segment, "key"), segment.path("count").asLong()));
    }
    return segments;
  }

  private static String text(JsonNode json, String member) {
    JsonNode value = json.path(member);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("it has no text " + member);
    }
    return value.textValue();
  }

  /** The manifest's key. */
  public String key() {
    return Keys.manifest(resource, run);
  }

  /** Version of the landed form. */
  public int schemaVersion() {
    return json.path("schemaVersion").asInt();
  }

  /**
   * Whether it is one of the runs that build on each other, and no range, trial or single records.
   */
  public boolean promotes() {
    return json.path("checkpoint").isObject();
  }

  /** Upserts published. */
  public long records() {
    return json.path("records").asLong();
  }

  /** Deletes published. */
  public long deletes() {
    return json.path("deletes").asLong();
  }

  /** Records dropped, since they were published before. */
  public long duplicates() {
    return json.path("duplicates").asLong();
  }

  /** Attempts at the API. */
  public long apiCalls() {
    return json.path("apiCalls").asLong();
  }

  /** Lines in all objects. */
  public long lines() {
    return objects.stream().mapToLong(Manifest.Entry::records).sum();
  }

  /** From the run's begin to its last page, waits included. */
  public Duration took() {
    return Duration.between(startedAt, completedAt);
  }

  /** The lower bound in record time that was asked for; null for none. */
  public @Nullable Instant from() {
    JsonNode from = json.path("bounds").path("from");
    return from.isTextual() ? Instant.parse(from.textValue()) : null;
  }

  /** The upper bound in record time that was asked for; null for none. */
  public @Nullable Instant until() {
    JsonNode until = json.path("bounds").path("until");
    return until.isTextual() ? Instant.parse(until.textValue()) : null;
  }

  /** The API's own text of the highest time that the run's checkpoint covers; null for none. */
  public @Nullable String watermark() {
    JsonNode watermark = json.path("checkpoint").path("watermark");
    return watermark.isTextual() ? watermark.textValue() : null;
  }

  /**
   * Whether the run compares what it reads with what is published, as far as its manifest tells. A
   * backfill between bounds and single records compare only within themselves; so does a trial, but
   * nothing in its manifest says that it is one.
   */
  public boolean publishesDifferences() {
    return switch (mode) {
      case "refresh" -> false;
      case "backfill" -> from() == null;
      default -> true;
    };
  }
}
