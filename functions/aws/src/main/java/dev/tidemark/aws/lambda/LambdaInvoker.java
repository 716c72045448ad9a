package dev.tidemark.aws.lambda;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Sends events to a function, asynchronously.
 *
 * <p>Lambda has no later: what is sent is delivered at once. A run that has to wait longer than an
 * invocation can is therefore not sent at all but left to the sweep, which every five minutes
 * invokes whatever is in flight, unleased and due.
 */
public final class LambdaInvoker {
  private static final int ACCEPTED = 202;

  private final LambdaClient lambda;
  private final String function;

  /**
   * An invoker of one function.
   *
   * @param function its name, or the ARN by which the invocation at work was called, alias or
   *     version included
   */
  public LambdaInvoker(LambdaClient lambda, String function) {
    this.lambda = lambda;
    this.function = function;
  }

  /**
   * Sends {@code event}.
   *
   * @throws IllegalStateException if Lambda does not accept it
   */
  public void send(String event) {
    InvokeResponse response =
        lambda.invoke(invoke ->
            invoke
                .functionName(function)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(event)));
    if (response.statusCode() != ACCEPTED) {
      throw new IllegalStateException(
          "Lambda answered " + response.statusCode() + " to an event for " + function);
    }
  }
}
