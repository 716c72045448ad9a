package dev.tidemark.cli.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.sync.wiring.Deployment;
import dev.tidemark.sync.wiring.Wiring;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A deployed stack, in the account and region that the operator's environment or profile names. An
 * event goes to the function of its resource, which is invoked and waited for.
 */
public final class StackSite implements Site {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stack stack;
  private final LambdaClient lambda;
  private final S3Client s3;

  private StackSite(Stack stack, LambdaClient lambda, S3Client s3) {
    this.stack = stack;
    this.lambda = lambda;
    this.s3 = s3;
  }

  /**
   * The stack called {@code name}.
   *
   * @throws UsageException if there is none, or no account is named
   */
  public static StackSite named(String name) {
    try (CloudFormationClient cloudFormation = CloudFormationClient.create()) {
      return new StackSite(
          Stack.describe(cloudFormation, name),
          AwsClients.lambdaForLegs(Endpoint.AWS),
          AwsClients.s3(Endpoint.ofS3(System.getenv())));
    } catch (SdkClientException e) {
      throw Stack.unreachable(name, e);
    }
  }

  @Override
  public String connection() {
    return stack.connection();
  }

  @Override
  public ObjectNode ask(String resource, ObjectNode event) {
    int beside = resource.indexOf('#');
    String function = stack.function(beside < 0 ? resource : resource.substring(0, beside));
    InvokeResponse response;
    try {
      response =
          lambda.invoke(invoke ->
              invoke.functionName(function).payload(SdkBytes.fromUtf8String(event.toString())));
    } catch (LambdaException e) {
      throw new UsageException(
          "function " + function + " cannot be invoked: " + e.awsErrorDetails().errorMessage());
    }
    JsonNode answer = parsed(response.payload().asUtf8String());
    if (response.functionError() != null) {
      refuse(function, answer);
    }
    ObjectNode said = (ObjectNode) answer;
    NextCommand.in(stack, said).advise(said);
    return said;
  }

  /** An event that is not understood is the asker's mistake; anything else the function's. */
  private static void refuse(String function, JsonNode error) {
    String message = error.path("errorMessage").asText();
    if (error.path("errorType").asText().endsWith("EventException")) {
      throw new UsageException(message);
    }
    throw new IllegalStateException(
        "function " + function + " failed: " + message + "; its log says more");
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("the function's answer is not JSON", e);
    }
  }

  /** The stack's name. */
  public String name() {
    return stack.name();
  }

  /**
   * What the stack's functions are wired to, for legs that run in this process: by a function's own
   * environment, so that both work on the same.
   *
   * @param definition of the stack's source
   * @param lines takes what a function would log and measure
   * @throws UsageException if the stack serves another source, or does not say what it works on
   */
  public Wiring wiring(Definition definition, PrintStream lines, InstantSource clock) {
    Map<String, String> variables = variables(stack.function(""));
    String source = variables.getOrDefault("TIDEMARK_SOURCE", "");
    if (!source.equals(definition.source())) {
      throw new UsageException(
          "stack "
              + stack.name()
              + " syncs "
              + source
              + ", not "
              + definition.source()
              + "; name that source, or the definition that the stack was built with");
    }
    return Deployment.wiring(variables, definition, lines, clock);
  }

  private Map<String, String> variables(String function) {
    try {
      EnvironmentResponse environment =
          lambda.getFunctionConfiguration(ask -> ask.functionName(function)).environment();
      return environment == null ? Map.of() : environment.variables();
    } catch (LambdaException e) {
      throw new UsageException(
          "function "
              + function
              + " does not say what it works on: "
              + e.awsErrorDetails().errorMessage());
    }
  }

  @Override
  public List<String> resources() {
    return List.copyOf(stack.functions().keySet());
  }

  @Override
  public List<PublishedRun> runs(String resource) {
    return lake().runs(ResourceKey.of(stack.connection(), resource));
  }

  @Override
  public void remove(List<String> keys) {
    new S3Objects(s3, stack.bucket()).remove(keys);
  }

  @Override
  public Lake lake() {
    return new Lake(new S3Objects(s3, stack.bucket()));
  }
}
