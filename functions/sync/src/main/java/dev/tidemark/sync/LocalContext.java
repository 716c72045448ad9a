package dev.tidemark.sync;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What an invocation on this machine knows about itself. */
public record LocalContext(String requestId, Instant ends, InstantSource clock, int memoryMb)
    implements Context {
  /** The local function's name where an ARN is asked for. */
  public static final String ARN = "arn:aws:lambda:local:000000000000:function:tidemark-sync";

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.between(clock.instant(), ends).toMillis());
  }

  @Override
  public String getInvokedFunctionArn() {
    return ARN;
  }

  @Override
  public String getFunctionName() {
    return "tidemark-sync";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/tidemark-sync";
  }

  @Override
  public String getLogStreamName() {
    return requestId;
  }

  @Override
  public int getMemoryLimitInMB() {
    return memoryMb;
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException("no identity is behind a schedule");
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException("no client is behind a schedule");
  }

  @Override
  public LambdaLogger getLogger() {
    throw new UnsupportedOperationException("logs go through the listener");
  }
}
