package dev.tidemark.cli.localstack;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a class run where there is an endpoint that runs functions, and the SAM CLI. */
final class NeedsDeployment implements ExecutionCondition {
  /** Names the SAM CLI. */
  static final String SAM = "TIDEMARK_SAM";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (System.getenv("AWS_ENDPOINT_URL") != null && System.getenv(SAM) != null) {
      return ConditionEvaluationResult.enabled("there is an endpoint and a SAM CLI");
    }
    String sentence =
        context.getDisplayName()
            + " did not run: it needs AWS_ENDPOINT_URL, a LocalStack that runs functions, and "
            + SAM
            + ", the SAM CLI";
    System.out.println(sentence);
    return ConditionEvaluationResult.disabled(sentence);
  }
}
