package dev.tidemark.cli.localstack;

import dev.tidemark.cli.lake.PublishedState;
import dev.tidemark.rest.definition.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket that was fetched into a folder, as a reader of the manifests sees it. */
record Lake(Path folder) {
  /** Fetches what a reader may look at. */
  static Lake download(S3Client s3, String bucket, Path parent) throws IOException {
    Path folder = Files.createTempDirectory(parent, "lake");
    for (String prefix : new String[] {"raw/", "manifests/"}) {
      for (S3Object object :
          s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents()) {
        Path file = folder.resolve(object.key());
        Files.createDirectories(file.getParent());
        Files.write(
            file, s3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key())).asByteArray());
      }
    }
    return new Lake(folder);
  }

  /** What is published of a resource. */
  PublishedState state(String connection, String source, String resource) throws IOException {
    return PublishedState.read(
        folder, connection, resource, Sources.builtIn(source).resource(resource));
  }
}
