package dev.tidemark.rest;

import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.definition.Tombstone;
import dev.tidemark.rest.definition.VersionField;
import dev.tidemark.rest.json.RecordShape;
import dev.tidemark.rest.json.Times;
import java.time.ZoneOffset;
import java.util.List;

/** What a resource's definition says is to be looked at in its records. */
final class RecordShapes {
  private RecordShapes() {}

  static RecordShape of(Resource resource) {
    return of(resource, true);
  }

  /** The one record that a parent has: it is named by its parent. */
  static RecordShape ofOnly(Resource resource) {
    return of(resource, false);
  }

  private static RecordShape of(Resource resource, boolean ownsId) {
    TimeField watermark = resource.watermark();
    VersionField version = resource.version();
    Tombstone deleted = resource.deleted();
    TimeFormat format = watermark == null ? TimeFormat.ISO_8601 : watermark.format();
    ZoneOffset zone = watermark == null ? null : watermark.zone();
    VersionText versions = new VersionText(resource);
    return new RecordShape(
        ownsId ? resource.id() : null,
        watermark == null ? null : watermark.field(),
        value -> Times.watermark(value, format, zone),
        version == null ? null : version.field(),
        value -> versions.rank(value.text()),
        deleted == null ? null : deleted.field(),
        deleted == null ? List.of() : deleted.equals(),
        resource.pagination() instanceof Pagination.LastRecord last ? last.field() : null,
        resource.volatileFields());
  }
}
