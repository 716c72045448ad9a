package dev.tidemark.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * A service of AWS that speaks JSON (protocol "AWS JSON 1.1"), called with the SDK's signer and
 * HTTP client. It is for a service whose client would be larger than all that is called of it. Each
 * call is one attempt.
 */
public final class JsonService {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ACCEPTED = 200;

  private final String service;
  private final String prefix;
  private final URI uri;
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /**
   * An answer.
   *
   * @param status 200, or another where the service refuses or fails
   * @param body what it says; missing where that is no JSON
   */
  public record Answer(int status, JsonNode body) {
    /** Whether the service did what it was asked. */
    public boolean isDone() {
      return status == ACCEPTED;
    }

    /** What kind of refusal it is, such as {@code EntityNotFoundException}; empty where none. */
    public String type() {
      String type = body.path("__type").asText();
      return type.substring(type.indexOf('#') + 1);
    }

    /** What the service says of it. */
    public String message() {
      return body.path("Message").asText(body.path("message").asText());
    }
  }

  /**
   * @param service as it is named in signatures and hosts
   * @param prefix of its actions' names
   */
  JsonService(String service, String prefix, Endpoint endpoint, SdkHttpClient http) {
    this.service = service;
    this.prefix = prefix;
    this.region =
        endpoint.region() == null
            ? DefaultAwsRegionProviderChain.builder().build().getRegion()
            : endpoint.region();
    this.uri =
        endpoint.uri() == null
            ? URI.create("https://" + ServiceMetadata.of(service).endpointFor(region))
            : endpoint.uri();
    this.credentials =
        endpoint.credentials() == null
            ? DefaultCredentialsProvider.builder().build()
            : endpoint.credentials();
    this.http = http;
  }

  /**
   * Makes one call.
   *
   * @throws IOException if there is no answer: whether the service did it is not known then
   */
  public Answer call(String action, ObjectNode request) throws IOException {
    SignedRequest signed = signed(action, request.toString().getBytes(StandardCharsets.UTF_8));
    HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(signed.request());
    signed.payload().ifPresent(execute::contentStreamProvider);
    HttpExecuteResponse answer = http.prepareRequest(execute.build()).call();
    int status = answer.httpResponse().statusCode();
    if (answer.responseBody().isEmpty()) {
      return new Answer(status, MissingNode.getInstance());
    }
    try (InputStream body = answer.responseBody().get()) {
      return new Answer(status, parsed(status, body.readAllBytes()));
    }
  }

  /** What is no JSON was said by something on the way, and is no answer where it says 200. */
  private static JsonNode parsed(int status, byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      if (status == ACCEPTED) {
        throw e;
      }
      return MissingNode.getInstance();
    }
  }

  private SignedRequest signed(String action, byte[] body) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("Content-Length", Integer.toString(body.length))
            .putHeader("X-Amz-Target", prefix + action)
            .build();
    return signer.sign(sign ->
        sign.identity(credentials.resolveCredentials())
            .request(request)
            .payload(ContentStreamProvider.fromByteArray(body))
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
            .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
  }
}
