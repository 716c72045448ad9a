package dev.tidemark.aws.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Sends events to a function, asynchronously.
 *
 * <p>Lambda has no later: an event that is meant for more than {@value #SOON_SECONDS} seconds ahead
 * is not sent at all. The sweep, which every five minutes invokes whatever is in flight, unleased
 * and due, takes the run up when its time has come. An invocation now would only find that the run
 * is not due yet.
 */
public final class LambdaInvoker {
  private static final int SOON_SECONDS = 5;
  private static final int ACCEPTED = 202;

  private final LambdaClient lambda;
  private final String functionArn;
  private final InstantSource clock;

  /**
   * An invoker of one function.
   *
   * @param functionArn the ARN by which the invocation at work was called, alias or version
   *     included
   */
  public LambdaInvoker(LambdaClient lambda, String functionArn, InstantSource clock) {
    this.lambda = lambda;
    this.functionArn = functionArn;
    this.clock = clock;
  }

  /**
   * Sends {@code event}, unless it is meant for later.
   *
   * @throws IllegalStateException if Lambda does not accept it
   */
  public void send(String event, Instant at) {
    if (at.isAfter(clock.instant().plus(Duration.ofSeconds(SOON_SECONDS)))) {
      return;
    }
    InvokeResponse response =
        lambda.invoke(invoke ->
            invoke
                .functionName(functionArn)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(event)));
    if (response.statusCode() != ACCEPTED) {
      throw new IllegalStateException(
          "Lambda answered " + response.statusCode() + " to an event for " + functionArn);
    }
  }
}
