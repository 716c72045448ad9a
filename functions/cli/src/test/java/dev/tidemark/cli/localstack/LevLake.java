package dev.tidemark.cli.localstack;

import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedState;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.record.LineRecall;
import software.amazon.awssdk.services.s3.S3Client;

/** Lev's records in a bucket, as a reader of the manifests sees them. */
final class LevLake {
  private LevLake() {}

  /** What is published of a resource. */
  static PublishedState state(S3Client s3, String bucket, String connection, String resource) {
    return new Lake(new S3Objects(s3, bucket))
        .state(
            ResourceKey.of(connection, resource),
            new LineRecall(Sources.builtIn("lev").resource(resource)));
  }
}
