package dev.tidemark.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of one bucket in memory, as S3 answers for them; every call is counted. */
final class MemoryS3 implements S3Client {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  private final Map<String, Stored> objects;
  private final Calls calls;
  private final InstantSource clock;

  /** What is at a key. */
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(byte[] bytes, Map<String, String> metadata, java.time.Instant written) {}

  /** A bucket; two clients of one share the map. */
  static Map<String, Stored> bucket() {
    return new ConcurrentSkipListMap<>();
  }

  MemoryS3(Map<String, Stored> objects, Calls calls, InstantSource clock) {
    this.objects = objects;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest put, RequestBody body) {
    return calls.make(
        "put " + put.key(),
        () -> {
          byte[] bytes = bytes(body);
          if (put.checksumSHA256() != null && !put.checksumSHA256().equals(digest(bytes))) {
            throw refused(400, "BadDigest");
          }
          Stored stored = new Stored(bytes, put.metadata(), clock.instant());
          if (put.ifNoneMatch() == null) {
            objects.put(put.key(), stored);
          } else if (objects.putIfAbsent(put.key(), stored) != null) {
            throw refused(412, "PreconditionFailed");
          }
          return PutObjectResponse.builder().build();
        });
  }

  private static byte[] bytes(RequestBody body) {
    try (InputStream in = body.contentStreamProvider().newStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <T> T getObject(GetObjectRequest get, ResponseTransformer<GetObjectResponse, T> to) {
    return calls.make(
        "get " + get.key(),
        () -> {
          byte[] all = stored(get.key()).bytes;
          int from = 0;
          int until = all.length;
          if (get.range() != null) {
            Matcher range = RANGE.matcher(get.range());
            if (!range.matches() || Integer.parseInt(range.group(1)) >= all.length) {
              throw refused(416, "InvalidRange");
            }
            from = Integer.parseInt(range.group(1));
            until = Math.min(Integer.parseInt(range.group(2)) + 1, all.length);
          }
          byte[] part = Arrays.copyOfRange(all, from, until);
          GetObjectResponse answer =
              GetObjectResponse.builder()
                  .contentLength((long) part.length)
                  .contentRange("bytes " + from + "-" + (until - 1) + "/" + all.length)
                  .build();
          try {
            return to.transform(
                answer, AbortableInputStream.create(new java.io.ByteArrayInputStream(part)));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest head) {
    return calls.make(
        "head " + head.key(),
        () -> {
          Stored stored = stored(head.key());
          return HeadObjectResponse.builder()
              .contentLength((long) stored.bytes.length)
              .metadata(stored.metadata)
              .build();
        });
  }

  private Stored stored(String key) {
    Stored stored = objects.get(key);
    if (stored == null) {
      throw NoSuchKeyException.builder().statusCode(404).message(key).build();
    }
    return stored;
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest delete) {
    return calls.make(
        "delete " + delete.key(),
        () -> {
          objects.remove(delete.key());
          return DeleteObjectResponse.builder().build();
        });
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request list) {
    return calls.make(
        "list " + list.prefix(),
        () ->
            ListObjectsV2Response.builder()
                .isTruncated(false)
                .contents(
                    objects.entrySet().stream()
                        .filter(one -> one.getKey().startsWith(list.prefix()))
                        .map(one ->
                            S3Object.builder()
                                .key(one.getKey())
                                .size((long) one.getValue().bytes.length)
                                .lastModified(one.getValue().written)
                                .build())
                        .toList())
                .build());
  }

  private static S3Exception refused(int status, String code) {
    return (S3Exception) S3Exception.builder().statusCode(status).message(code).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
