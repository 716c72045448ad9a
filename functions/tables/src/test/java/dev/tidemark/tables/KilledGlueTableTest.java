package dev.tidemark.tables;

import dev.tidemark.aws.glue.GlueUnansweredException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.junit.jupiter.api.AfterEach;

/** A stack's catalog and files. */
class KilledGlueTableTest extends TableKills {
  private final GlueStandIn glue = new GlueStandIn();
  private final Map<String, MemoryS3.Stored> objects = MemoryS3.bucket();

  @AfterEach
  void close() {
    glue.close();
  }

  @Override
  Catalog open(Path folder, String database, Calls calls) {
    return WatchedGlue.open(glue, objects, database, calls);
  }

  @Override
  String root(Path folder) {
    return WatchedGlue.ROOT;
  }

  @Override
  RuntimeException lost(String call) {
    return switch (call) {
      case "find", "create", "replace" -> new GlueUnansweredException(call, null);
      default -> new RuntimeIOException("after %s", call);
    };
  }
}
