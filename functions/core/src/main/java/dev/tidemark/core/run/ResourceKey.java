package dev.tidemark.core.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity under which state is kept: a resource of a connection, and for runs beside the
 * incremental one a variant. Each key has lease, progress and checkpoint of its own.
 *
 * <p>All three parts end up in S3 keys and table keys, so that they are held to a small alphabet:
 * no slash, no {@code #}, no dot at the start.
 *
 * @param connection one account of a source
 * @param resource the collection's name, such as {@code deals} or {@code
 *     custom_object_records.apartment}
 * @param variant empty for the resource itself; otherwise {@code reconcile}, {@code trial}, {@code
 *     range-…}, or {@code slice-…} for a part of a run, behind the variant of that run where it has
 *     one
 */
public record ResourceKey(String connection, String resource, String variant) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
  private static final Pattern RESOURCE =
      Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}(\\.[A-Za-z0-9_-]{1,128})?");
  private static final Pattern SLICE = Pattern.compile("(?:(.+)-)?slice-([0-9a-z]+)-(\\d{1,4})");
  private static final Pattern VARIANT = Pattern.compile("|[a-z][a-z0-9-]{0,62}");

  /** The variant of a run that looks for what has vanished. */
  public static final String RECONCILE = "reconcile";

  /** The variant of a run that lands a few records to look at. */
  public static final String TRIAL = "trial";

  public ResourceKey {
    require(NAME, connection, "connection");
    require(RESOURCE, resource, "resource");
    require(VARIANT, variant, "variant");
  }

  /** The key of the resource itself. */
  public static ResourceKey of(String connection, String resource) {
    return new ResourceKey(connection, resource, "");
  }

  /** The key of a run beside the resource's own. */
  public ResourceKey beside(String variant) {
    return new ResourceKey(connection, resource, variant);
  }

  /**
   * The key of slice {@code number} of {@code run}, which is under this key. It is the run's alone:
   * what is left of an abandoned run is never taken for a part of the next one.
   */
  public ResourceKey slice(RunId run, int number) {
    return beside((variant.isEmpty() ? "" : variant + "-") + "slice-" + run.tail() + "-" + number);
  }

  /** Whether it is a slice of a run. */
  public boolean isSlice() {
    return SLICE.matcher(variant).matches();
  }

  /** The key of the run that this is a slice of; the same key where it is none. */
  public ResourceKey whole() {
    Matcher slice = SLICE.matcher(variant);
    return slice.matches() ? beside(slice.group(1) == null ? "" : slice.group(1)) : this;
  }

  /** Whether runs under this key publish only what is not published yet. */
  public boolean publishesDifferences() {
    String own = whole().variant;
    return own.isEmpty() || own.equals(RECONCILE);
  }

  /** The table's sort key: the resource, and after a {@code #} the variant where there is one. */
  public String sortKey() {
    return variant.isEmpty() ? resource : resource + "#" + variant;
  }

  /** Reads what {@link #sortKey()} wrote. */
  public static ResourceKey parse(String connection, String sortKey) {
    int hash = sortKey.indexOf('#');
    return hash < 0
        ? of(connection, sortKey)
        : new ResourceKey(connection, sortKey.substring(0, hash), sortKey.substring(hash + 1));
  }

  private static void require(Pattern pattern, String value, String part) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          part + " \"" + value + "\" is not of the form " + pattern.pattern());
    }
  }

  @Override
  public String toString() {
    return connection + "/" + sortKey();
  }
}
