package dev.tidemark.cli.localstack;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Lets a class run where LocalStack can be had. */
final class NeedsLocalStack implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (LocalStack.named() != null || DockerClientFactory.instance().isDockerAvailable()) {
      return ConditionEvaluationResult.enabled("there is LocalStack");
    }
    String sentence =
        context.getDisplayName()
            + " did not run: there is no Docker; start it, or name an endpoint by "
            + LocalStack.ENDPOINT;
    System.out.println(sentence);
    return ConditionEvaluationResult.disabled(sentence);
  }
}
