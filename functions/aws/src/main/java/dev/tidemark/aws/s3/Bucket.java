package dev.tidemark.aws.s3;

import dev.tidemark.core.plan.Pause;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * One bucket as it is used here: whole small reads, and writes of bytes that lie in memory and are
 * streamed from there. Absence is distinguished from every other answer of S3, which takes the
 * permission to list the bucket: without it S3 answers 403 for a missing object.
 */
final class Bucket {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);

  private final S3Client s3;
  private final String name;

  Bucket(S3Client s3, String name) {
    this.s3 = s3;
    this.name = name;
  }

  /**
   * Writes an object whose key follows from its content, so that writing it again changes nothing.
   */
  void put(NewObject object) {
    s3.putObject(request(object).build(), body(object));
  }

  /**
   * Writes an object where there is none.
   *
   * @param pause waits while another conditional write of the same key is under way
   * @return false if there is one, which may be this one, written by an attempt whose answer was
   *     lost
   */
  boolean create(NewObject object, Pause pause) {
    PutObjectRequest request = request(object).ifNoneMatch("*").build();
    Duration wait = FIRST_WAIT;
    for (int attempt = 1; ; attempt++) {
      try {
        s3.putObject(request, body(object));
        return true;
      } catch (S3Exception e) {
        if (e.statusCode() == 412) {
          return false;
        }
        // Another conditional write is under way: who won shows only when it is over.
        if (e.statusCode() != 409 || attempt == ATTEMPTS) {
          throw e;
        }
        rest(pause, wait, object.key());
        wait = wait.multipliedBy(2);
      }
    }
  }

  /** What is known of an object without reading it; null where there is none. */
  @Nullable HeadObjectResponse head(String key) {
    try {
      return s3.headObject(head -> head.bucket(name).key(key));
    } catch (NoSuchKeyException e) {
      return null;
    }
  }

  /** A whole object; null where there is none. */
  byte @Nullable [] get(String key) {
    return get(GetObjectRequest.builder().bucket(name).key(key).build());
  }

  /**
   * The first {@code length} bytes of an object, or all where it is shorter; null where there is
   * none.
   */
  byte @Nullable [] start(String key, int length) {
    return get(
        GetObjectRequest.builder().bucket(name).key(key).range("bytes=0-" + (length - 1)).build());
  }

  /** The keys that begin with {@code prefix}, in their order. */
  Stream<String> keys(String prefix) {
    return s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream()
        .map(S3Object::key);
  }

  /** An object's full name, for errors. */
  String place(String key) {
    return "s3://" + name + "/" + key;
  }

  private byte @Nullable [] get(GetObjectRequest request) {
    try {
      return s3.getObjectAsBytes(request).asByteArrayUnsafe();
    } catch (NoSuchKeyException e) {
      return null;
    }
  }

  private PutObjectRequest.Builder request(NewObject object) {
    return PutObjectRequest.builder()
        .bucket(name)
        .key(object.key())
        .checksumSHA256(object.checksum())
        .metadata(object.metadata());
  }

  /** Streams the pieces as they lie there, from the first one for every attempt. */
  private static RequestBody body(NewObject object) {
    return RequestBody.fromContentProvider(
        object.content()::stream, object.content().size(), object.type());
  }

  private void rest(Pause pause, Duration wait, String key) {
    try {
      pause.pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before " + place(key) + " was written", e);
    }
  }
}
