package dev.tidemark.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.glue.GlueCalls;
import dev.tidemark.aws.glue.GlueDatabase;
import dev.tidemark.aws.glue.GlueTable;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.tables.bucket.BucketFiles;
import dev.tidemark.tables.glue.GlueCatalog;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database of Glue, over the stand-in's API, with every call counted. */
record WatchedGlue(GlueDatabase to, Calls calls) implements GlueDatabase {
  static final String BUCKET = "lake";
  static final String ROOT = "s3://" + BUCKET + "/tables/acme";
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** A view of the catalog as a process of its own has it, with files in {@code objects}. */
  static GlueCatalog open(
      GlueStandIn glue, Map<String, MemoryS3.Stored> objects, String database, Calls calls) {
    GlueDatabase tables =
        new WatchedGlue(
            new GlueCalls(AwsClients.glue(Endpoint.local(glue.uri())), database, _ -> {}), calls);
    S3Objects files = new S3Objects(new MemoryS3(objects, calls, () -> NOW), BUCKET);
    return new GlueCatalog(tables, database, new BucketFiles(files));
  }

  @Override
  public @Nullable GlueTable find(String name) {
    return calls.make("find", () -> to.find(name));
  }

  @Override
  public boolean create(ObjectNode input) {
    return calls.make("create", () -> to.create(input));
  }

  @Override
  public boolean replace(ObjectNode input, String version) {
    return calls.make("replace", () -> to.replace(input, version));
  }
}
