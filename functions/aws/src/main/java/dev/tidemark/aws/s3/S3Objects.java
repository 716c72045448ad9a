package dev.tidemark.aws.s3;

import dev.tidemark.core.plan.Pause;
import dev.tidemark.lake.landing.NewObject;
import dev.tidemark.lake.landing.ObjectHead;
import dev.tidemark.lake.landing.WriteOnceStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of a lake in an S3 bucket: whole small reads, and writes of bytes that lie in memory
 * and are streamed from there. Absence is distinguished from every other answer of S3, which takes
 * the permission to list the bucket: without it S3 answers 403 for a missing object.
 */
public final class S3Objects implements WriteOnceStore {
  private static final int ATTEMPTS = 6;

  /** S3 takes no more in one request. */
  private static final int MOST_AT_ONCE = 1000;

  private static final Duration FIRST_WAIT = Duration.ofMillis(50);

  private final S3Client s3;
  private final String name;
  private final Pause pause;

  /**
   * A bucket that is read, or written under names that follow from the content: another's
   * conditional write that is under way is not waited for.
   */
  public S3Objects(S3Client s3, String name) {
    this(s3, name, _ -> {});
  }

  /**
   * @param pause waits out S3's answer that another conditional write is under way
   */
  public S3Objects(S3Client s3, String name, Pause pause) {
    this.s3 = s3;
    this.name = name;
    this.pause = pause;
  }

  @Override
  public void put(NewObject object) {
    s3.putObject(request(object).build(), body(object));
  }

  @Override
  public boolean create(NewObject object) {
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
        rest(wait, object.key());
        wait = wait.multipliedBy(2);
      }
    }
  }

  @Override
  public @Nullable ObjectHead head(String key) {
    try {
      HeadObjectResponse head = s3.headObject(ask -> ask.bucket(name).key(key));
      return new ObjectHead(head.contentLength(), head.metadata());
    } catch (NoSuchKeyException e) {
      return null;
    }
  }

  @Override
  public byte @Nullable [] get(String key) {
    return get(GetObjectRequest.builder().bucket(name).key(key).build());
  }

  @Override
  public byte @Nullable [] start(String key, int length) {
    return get(
        GetObjectRequest.builder().bucket(name).key(key).range("bytes=0-" + (length - 1)).build());
  }

  @Override
  public List<String> list(String prefix) {
    return listed(prefix).map(S3Object::key).toList();
  }

  /** What lies at the keys that begin with {@code prefix}. */
  public List<StoredObject> stored(String prefix) {
    return listed(prefix)
        .map(one -> new StoredObject(one.key(), one.size(), one.lastModified()))
        .toList();
  }

  private Stream<S3Object> listed(String prefix) {
    return s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream();
  }

  /**
   * Bytes of an object; null where there is none.
   *
   * @param from of the object, where they begin
   * @param length how many there are, where the object is that long
   */
  public @Nullable ObjectPart part(String key, long from, int length) {
    String range = "bytes=" + from + "-" + (from + length - 1);
    try {
      ResponseBytes<GetObjectResponse> answer =
          s3.getObjectAsBytes(ask -> ask.bucket(name).key(key).range(range));
      return new ObjectPart(answer.asByteArrayUnsafe(), size(answer.response()));
    } catch (NoSuchKeyException e) {
      return null;
    } catch (S3Exception e) {
      // Nothing of the object lies there, which S3 does not call an empty answer.
      if (e.statusCode() == 416) {
        return new ObjectPart(new byte[0], from);
      }
      throw e;
    }
  }

  /** Behind the slash of {@code bytes 0-99/1234}. */
  private static long size(GetObjectResponse part) {
    String range = part.contentRange();
    return range == null
        ? part.contentLength()
        : Long.parseLong(range.substring(range.indexOf('/') + 1));
  }

  /** Deletes an object, where there is one. */
  public void delete(String key) {
    s3.deleteObject(delete -> delete.bucket(name).key(key));
  }

  /**
   * Removes the objects at {@code keys}, which nothing may list.
   *
   * @throws IllegalStateException if S3 refuses one; the message names it
   */
  public void remove(List<String> keys) {
    for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
      List<ObjectIdentifier> some =
          keys.subList(from, Math.min(keys.size(), from + MOST_AT_ONCE)).stream()
              .map(key -> ObjectIdentifier.builder().key(key).build())
              .toList();
      DeleteObjectsResponse answer =
          s3.deleteObjects(ask -> ask.bucket(name).delete(all -> all.objects(some).quiet(true)));
      if (answer.hasErrors() && !answer.errors().isEmpty()) {
        S3Error first = answer.errors().getFirst();
        throw new IllegalStateException(
            place(first.key()) + " cannot be removed: " + first.message());
      }
    }
  }

  @Override
  public String place(String key) {
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
        .checksumSHA256(checksum(object))
        .metadata(object.metadata());
  }

  /** The digest as S3 wants it: it refuses the object if what arrives has another one. */
  private static String checksum(NewObject object) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.sha256()));
  }

  /** Streams the pieces as they lie there, from the first one for every attempt. */
  private static RequestBody body(NewObject object) {
    return RequestBody.fromContentProvider(
        object.content()::stream, object.content().size(), object.type());
  }

  private void rest(Duration wait, String key) {
    try {
      pause.pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before " + place(key) + " was written", e);
    }
  }
}
