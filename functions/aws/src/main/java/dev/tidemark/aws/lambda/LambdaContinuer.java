package dev.tidemark.aws.lambda;

import dev.tidemark.core.lake.JsonText;
import dev.tidemark.core.run.Continuer;
import dev.tidemark.core.run.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Asks Lambda to run a function once more, asynchronously.
 *
 * <p>Lambda has no later: a leg that is asked for more than {@value #SOON_SECONDS} seconds ahead is
 * not asked for at all. The sweep, which every five minutes invokes whatever is in flight, unleased
 * and due, takes it up when its time has come. An invocation now would only find that the run is
 * not due yet.
 */
public final class LambdaContinuer implements Continuer {
  private static final int SOON_SECONDS = 5;
  private static final int ACCEPTED = 202;

  private final LambdaClient lambda;
  private final String functionArn;
  private final InstantSource clock;

  /**
   * @param functionArn the ARN by which the invocation at work was called, alias or version
   *     included
   */
  public LambdaContinuer(LambdaClient lambda, String functionArn, InstantSource clock) {
    this.lambda = lambda;
    this.functionArn = functionArn;
    this.clock = clock;
  }

  @Override
  public void goOn(ResourceKey key, Instant at) {
    if (at.isAfter(clock.instant().plus(Duration.ofSeconds(SOON_SECONDS)))) {
      return;
    }
    InvokeResponse response =
        lambda.invoke(invoke ->
            invoke
                .functionName(functionArn)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(payload(key))));
    if (response.statusCode() != ACCEPTED) {
      throw new IllegalStateException(
          "Lambda answered " + response.statusCode() + " to the continuation of " + key);
    }
  }

  private static String payload(ResourceKey key) {
    return "{\"action\":\"continue\",\"connection\":"
        + JsonText.quote(key.connection())
        + ",\"resource\":"
        + JsonText.quote(key.sortKey())
        + "}";
  }
}
