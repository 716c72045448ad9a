package dev.tidemark.aws;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Where a service answers and as whom it is called.
 *
 * @param uri null for AWS itself
 * @param region null for the SDK's own chain
 * @param credentials null for the SDK's own chain
 */
public record Endpoint(
    @Nullable URI uri, @Nullable Region region, @Nullable AwsCredentialsProvider credentials) {
  /** AWS as the environment names it: the function's role, or the operator's profile. */
  public static final Endpoint AWS = new Endpoint(null, null, null);

  /**
   * Where S3 answers by the variables that the SDK itself obeys. They are read here so that a
   * stand-in is known for one: its buckets are addressed by path.
   */
  public static Endpoint ofS3(Map<String, String> environment) {
    return of(environment, "AWS_ENDPOINT_URL_S3");
  }

  /** Where Glue answers by the variables that an SDK's client of Glue would obey. */
  public static Endpoint ofGlue(Map<String, String> environment) {
    return of(environment, "AWS_ENDPOINT_URL_GLUE");
  }

  private static Endpoint of(Map<String, String> environment, String own) {
    String all = environment.getOrDefault("AWS_ENDPOINT_URL", "");
    String uri = environment.getOrDefault(own, all);
    return uri.isEmpty() ? AWS : new Endpoint(URI.create(uri), null, null);
  }

  /**
   * A stand-in on this machine, which checks no credentials; it gets none that are worth anything.
   */
  public static Endpoint local(URI uri) {
    return new Endpoint(
        uri,
        Region.US_EAST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }
}
