package dev.tidemark.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointTest {
  @Test
  void a_stand_in_for_s3_is_known_by_the_variables_that_the_sdk_obeys() {
    String all = "http://127.0.0.1:4566";
    String own = "http://127.0.0.1:9000";
    assertThat(Endpoint.ofS3(Map.of("AWS_ENDPOINT_URL", all)).uri()).isEqualTo(URI.create(all));
    assertThat(Endpoint.ofS3(Map.of("AWS_ENDPOINT_URL", all, "AWS_ENDPOINT_URL_S3", own)).uri())
        .isEqualTo(URI.create(own));
    assertThat(Endpoint.ofS3(Map.of("AWS_ENDPOINT_URL", all)).credentials())
        .as("asked of the SDK's own chain")
        .isNull();
  }

  @Test
  void without_them_it_is_aws_itself() {
    assertThat(Endpoint.ofS3(Map.of())).isSameAs(Endpoint.AWS);
    assertThat(Endpoint.ofS3(Map.of("AWS_ENDPOINT_URL", ""))).isSameAs(Endpoint.AWS);
  }
}
