package dev.tidemark.aws.standin;

import static java.util.Objects.requireNonNull;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** S3Proxy over a folder, with one bucket, for one test class. */
public final class LocalBucket implements BeforeAllCallback, AfterAllCallback {
  /** The bucket's name. */
  public static final String NAME = "tidemark";

  /** The class that started it; its nested ones use it too. */
  private @Nullable String owner;

  private @Nullable Path folder;
  private @Nullable S3Proxy server;
  private @Nullable S3Client client;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (owner != null) {
      return;
    }
    owner = context.getUniqueId();
    // Not in /tmp, which may be a file system without the extended attributes that hold metadata;
    // and absolute, for S3Proxy lists nothing of a folder that is not.
    folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "s3")), "bucket")
            .toAbsolutePath();
    server =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.NONE, null, null)
            .stopTimeout(0)
            .build();
    server.start();
    client = AwsClients.s3(Endpoint.local(uri()));
    client.createBucket(create -> create.bucket(NAME));
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (!context.getUniqueId().equals(owner)) {
      return;
    }
    owner = null;
    if (client != null) {
      client.close();
    }
    if (server != null) {
      server.stop();
    }
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** A client of it. */
  public S3Client client() {
    return requireNonNull(client);
  }

  /** Where it answers. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + requireNonNull(server).getPort());
  }

  /** An object's bytes. */
  public byte[] bytes(String key) {
    return client().getObjectAsBytes(get -> get.bucket(NAME).key(key)).asByteArray();
  }

  /** The keys that begin with {@code prefix}. */
  public List<String> keys(String prefix) {
    return client()
        .listObjectsV2Paginator(list -> list.bucket(NAME).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  /** Stores an object, over whatever is there. */
  public void plant(String key, byte[] bytes) {
    client().putObject(put -> put.bucket(NAME).key(key), RequestBody.fromBytes(bytes));
  }
}
