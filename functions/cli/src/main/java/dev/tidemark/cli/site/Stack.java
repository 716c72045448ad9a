package dev.tidemark.cli.site;

import dev.tidemark.cli.exit.UsageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;

/**
 * What a deployed stack says of itself, by its outputs.
 *
 * @param functions names by resource
 */
record Stack(String name, String connection, String bucket, Map<String, String> functions) {
  /**
   * Asks CloudFormation for the stack called {@code name}.
   *
   * @throws UsageException if there is none, or it is not Tidemark's
   */
  static Stack describe(CloudFormationClient cloudFormation, String name) {
    try {
      return of(
          name,
          cloudFormation.describeStacks(ask -> ask.stackName(name)).stacks().stream()
              .flatMap(stack -> stack.outputs().stream())
              .collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
    } catch (CloudFormationException e) {
      throw new UsageException(
          "stack " + name + " cannot be described: " + e.awsErrorDetails().errorMessage());
    } catch (SdkClientException e) {
      throw unreachable(name, e);
    }
  }

  /** Without the SDK's list of all the places in which it has looked. */
  static UsageException unreachable(String name, SdkClientException e) {
    String said = String.valueOf(e.getMessage()).split(" from any of the providers", 2)[0];
    return new UsageException(
        "stack "
            + name
            + " cannot be described: "
            + said
            + "; name your account by AWS_PROFILE, or by AWS_REGION and credentials");
  }

  static Stack of(String name, Map<String, String> outputs) {
    return new Stack(
        name,
        required(name, outputs, "Connection"),
        required(name, outputs, "BucketName"),
        functions(required(name, outputs, "Functions")));
  }

  /** {@code deals=name contacts=name}, as the sweep gets it. */
  private static Map<String, String> functions(String text) {
    Map<String, String> functions = new LinkedHashMap<>();
    for (String pair : text.strip().split("\\s+", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        functions.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return functions;
  }

  private static String required(String stack, Map<String, String> outputs, String key) {
    String value = outputs.get(key);
    if (value == null || value.isEmpty()) {
      throw new UsageException(
          "stack "
              + stack
              + " has no output "
              + key
              + "; was it deployed from Tidemark's template?");
    }
    return value;
  }

  /**
   * The function that runs {@code resource}; any where it is empty.
   *
   * @throws UsageException if none does
   */
  String function(String resource) {
    String name =
        resource.isEmpty()
            ? functions.values().stream().findFirst().orElse(null)
            : functions.get(resource);
    if (name == null) {
      throw new UsageException(
          "stack "
              + this.name
              + " has no function for "
              + resource
              + "; it has: "
              + String.join(", ", functions.keySet()));
    }
    return name;
  }
}
