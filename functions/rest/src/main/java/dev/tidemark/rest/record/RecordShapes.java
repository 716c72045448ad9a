package dev.tidemark.rest.record;

import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.definition.Tombstone;
import dev.tidemark.rest.definition.VersionField;
import dev.tidemark.rest.json.RecordShape;
import dev.tidemark.rest.json.Times;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a resource's definition says is to be looked at in its records. */
public final class RecordShapes {
  /** The member that every line gets: of two of one name, half of all readers take the first. */
  private static final String RESERVED = "_tidemark";

  private RecordShapes() {}

  /** A record of a list, which has an id of its own. */
  public static RecordShape of(Resource resource) {
    return of(resource, true, RESERVED);
  }

  /** The one record that a parent has: it is named by its parent. */
  public static RecordShape ofOnly(Resource resource) {
    return of(resource, false, RESERVED);
  }

  /** A record that was published, perhaps when no name was reserved. */
  static RecordShape published(Resource resource) {
    return of(resource, true, null);
  }

  /** The one record of a parent that was published. */
  static RecordShape publishedOnly(Resource resource) {
    return of(resource, false, null);
  }

  private static RecordShape of(Resource resource, boolean ownsId, @Nullable String reserved) {
    TimeField watermark = resource.members().watermark();
    VersionField version = resource.members().version();
    Tombstone deleted = resource.members().deleted();
    TimeFormat format = watermark == null ? TimeFormat.ISO_8601 : watermark.format();
    ZoneOffset zone = watermark == null ? null : watermark.zone();
    VersionText versions = new VersionText(resource);
    return new RecordShape(
        ownsId ? resource.members().id() : null,
        watermark == null
            ? null
            : new RecordShape.Timed(
                watermark.field(),
                watermark.otherwise(),
                value -> Times.watermark(value, format, zone)),
        version == null
            ? null
            : new RecordShape.Ranked(version.field(), value -> versions.rank(value.text())),
        deleted == null ? null : new RecordShape.Gone(deleted.field(), deleted.equals()),
        resource.traversal().pagination() instanceof Pagination.LastRecord last
            ? last.field()
            : null,
        reserved,
        new RecordShape.Likeness(
            resource.members().volatileFields(), resource.members().shuffled()),
        null);
  }
}
