package dev.tidemark.core.lake;

import dev.tidemark.core.run.ResourceKey;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where everything lies in the bucket. No part of a key has the form {@code name=value}: several
 * engines take such a part for a column and put it in place of a record's own member of that name.
 */
public final class Keys {
  /** Ends the keys of lines and of rejects. */
  public static final String LINES_END = ".ndjson.gz";

  /** Ends the keys of manifests. */
  public static final String MANIFEST_END = ".json";

  /** Ends the keys of journals. */
  public static final String JOURNAL_END = ".journal";

  private static final String RAW = "raw/";
  private static final String REJECTED = "rejected/";
  private static final String INDEX = "index/";
  private static final String MANIFESTS = "manifests/";
  private static final String LEGS = "legs/";

  private static final Pattern OF_RUN =
      Pattern.compile(
          "(?:raw|rejected|index)/[^/]+/[^/]+/v\\d+/[0-9-]{10}/([0-9]{8}T[0-9]{6}Z-[0-9a-z]{10})/.+");

  private Keys() {}

  /** The key of a batch's lines. */
  public static String lines(BatchKey batch) {
    return RAW + place(batch) + LINES_END;
  }

  /**
   * The key of what could not be a record among what a batch was read from.
   *
   * @param name that tells it from what another owner of the run read
   */
  public static String rejects(BatchKey batch, String name) {
    return REJECTED + place(batch) + "-" + name + LINES_END;
  }

  /**
   * The key of the facts and fingerprints of a batch.
   *
   * @param name that tells it from what another owner of the run read
   */
  public static String journal(BatchKey batch, String name) {
    return INDEX + place(batch) + "-" + name + JOURNAL_END;
  }

  /**
   * What the keys of the journals of a batch begin with: there may be some of other owners of its
   * run.
   *
   * @param lines key of the batch's lines
   */
  public static String journals(String lines) {
    if (!lines.startsWith(RAW) || !lines.endsWith(LINES_END)) {
      throw new IllegalArgumentException("not the key of a batch: " + lines);
    }
    return INDEX + lines.substring(RAW.length(), lines.length() - LINES_END.length()) + "-";
  }

  /** The key of a segment of fingerprints of a resource's published lines. */
  public static String segment(ResourceKey resource, String name) {
    return INDEX + folder(resource) + name;
  }

  /** What the keys of a resource's manifests begin with, its runs beside included. */
  public static String manifests(ResourceKey resource) {
    return MANIFESTS + folder(resource);
  }

  /** What the keys of all manifests begin with. */
  public static String manifests() {
    return MANIFESTS;
  }

  /**
   * The key of what is remembered of a leg.
   *
   * @param leg its number in the run
   * @param name that tells it from what another owner of the run did under that number
   */
  public static String leg(ResourceKey resource, String run, int leg, String name) {
    return legs(resource) + run + String.format(Locale.ROOT, "/%06d-", leg) + name + ".json";
  }

  /** What the keys of the legs of a resource begin with, its runs beside included. */
  public static String legs(ResourceKey resource) {
    return LEGS + folder(resource);
  }

  /** The key of the manifest of a run. */
  public static String manifest(ResourceKey resource, String run) {
    return manifests(resource) + run + MANIFEST_END;
  }

  /**
   * The id of the run whose manifest lies at {@code key}.
   *
   * @throws IllegalArgumentException if no manifest does
   */
  public static String run(String key) {
    if (!key.startsWith(MANIFESTS) || !key.endsWith(MANIFEST_END)) {
      throw new IllegalArgumentException("not the key of a manifest: " + key);
    }
    return key.substring(key.lastIndexOf('/') + 1, key.length() - MANIFEST_END.length());
  }

  /**
   * What the keys of all objects of the runs of a resource begin with; manifests are not among
   * them.
   */
  public static List<String> ofRuns(ResourceKey resource) {
    return List.of(RAW + folder(resource), REJECTED + folder(resource), INDEX + folder(resource));
  }

  /** Whether {@code key} is one of a batch's lines, which a manifest lists. */
  public static boolean isLines(String key) {
    return key.startsWith(RAW);
  }

  /** The id of the run that wrote {@code key} below a folder of its own; empty where none did. */
  public static String writer(String key) {
    Matcher matcher = OF_RUN.matcher(key);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static String place(BatchKey batch) {
    return folder(batch.resource())
        + "v"
        + batch.schema()
        + "/"
        + batch.startedAt().atOffset(ZoneOffset.UTC).toLocalDate()
        + "/"
        + batch.run()
        + String.format(Locale.ROOT, "/batch-%06d", batch.sequence());
  }

  private static String folder(ResourceKey resource) {
    return resource.connection() + "/" + resource.resource() + "/";
  }
}
