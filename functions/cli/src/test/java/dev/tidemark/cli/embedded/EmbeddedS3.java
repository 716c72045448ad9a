package dev.tidemark.cli.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 on this machine whose objects are plain files. */
public final class EmbeddedS3 implements AutoCloseable {
  private static final int THREADS = 8;
  private static final Pattern UNFINISHED =
      Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final S3Proxy proxy;

  /**
   * Starts one.
   *
   * @param folder of all its buckets
   */
  public EmbeddedS3(Path folder) {
    removeUnfinished(folder);
    proxy =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.NONE, "", "")
            .jettyMaxThreads(THREADS)
            // Otherwise a second passes until connections that nobody uses any more are given up.
            .stopTimeout(0)
            .ignoreUnknownHeaders(true)
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded S3 does not start", e);
    }
  }

  /**
   * An object is written under a name of its own first; a process that was killed leaves that name
   * behind.
   */
  private static void removeUnfinished(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(EmbeddedS3::isUnfinished).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("what a killed process left cannot be removed", e);
    }
  }

  private static boolean isUnfinished(Path file) {
    return UNFINISHED.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded S3 does not stop", e);
    }
  }
}
