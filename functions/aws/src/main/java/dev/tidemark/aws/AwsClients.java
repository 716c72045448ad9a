package dev.tidemark.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Makes SDK clients with attempts and times pinned ({@link CallLimits}) and with the JDK's own HTTP
 * client, which starts fastest. A client is made once per process and is safe for several threads.
 */
public final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private AwsClients() {}

  /** A client for the state table. */
  public static DynamoDbClient dynamoDb(Endpoint endpoint) {
    return dynamoDb(endpoint, CallLimits.SMALL);
  }

  /** The same with other limits. */
  public static DynamoDbClient dynamoDb(Endpoint endpoint, CallLimits limits) {
    return pinned(DynamoDbClient.builder(), endpoint, limits).build();
  }

  /**
   * A client for the bucket.
   *
   * <p>The SDK adds no checksum of its own: what is put here carries the SHA-256 that its key or
   * its manifest names, which S3 verifies, and what is read is compared with that name. Anything
   * else would read eight megabytes once more to prove less. Stand-ins are addressed by path, since
   * no name service knows their buckets, and get the same body as S3 does, which plain HTTP would
   * otherwise have in signed chunks.
   */
  public static S3Client s3(Endpoint endpoint) {
    return s3(endpoint, CallLimits.LARGE);
  }

  /** The same with other limits. */
  public static S3Client s3(Endpoint endpoint, CallLimits limits) {
    return pinned(S3Client.builder(), endpoint, limits)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .forcePathStyle(endpoint.uri() != null)
        .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
        .build();
  }

  /** A client for the function's invocation of itself. */
  public static LambdaClient lambda(Endpoint endpoint) {
    return pinned(LambdaClient.builder(), endpoint, CallLimits.SMALL).build();
  }

  /** A client for an operator who invokes a function and waits for the end of its leg. */
  public static LambdaClient lambdaForLegs(Endpoint endpoint) {
    return pinned(LambdaClient.builder(), endpoint, CallLimits.LEG).build();
  }

  /** A client for credentials. */
  public static SecretsManagerClient secrets(Endpoint endpoint) {
    return pinned(SecretsManagerClient.builder(), endpoint, CallLimits.SMALL).build();
  }

  /** Calls of the Glue catalog, for which there is no client of the SDK in the bundle. */
  public static JsonService glue(Endpoint endpoint) {
    return new JsonService("glue", "AWSGlue.", endpoint, http(CallLimits.CATALOG));
  }

  private static SdkHttpClient http(CallLimits limits) {
    return new PlainFailures(
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(limits.attempt())
            .build());
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B pinned(
      B builder, Endpoint endpoint, CallLimits limits) {
    builder
        .httpClient(http(limits))
        .overrideConfiguration(override ->
            override
                .apiCallAttemptTimeout(limits.attempt())
                .apiCallTimeout(limits.total())
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(limits.attempts())
                        .build()));
    if (endpoint.uri() != null) {
      builder.endpointOverride(endpoint.uri());
    }
    if (endpoint.region() != null) {
      builder.region(endpoint.region());
    }
    if (endpoint.credentials() != null) {
      builder.credentialsProvider(endpoint.credentials());
    }
    return builder;
  }
}
