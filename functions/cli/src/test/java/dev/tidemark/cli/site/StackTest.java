package dev.tidemark.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.cli.exit.UsageException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class StackTest {
  private static final Map<String, String> OUTPUTS =
      Map.of(
          "Connection", "main",
          "BucketName", "bucket-1",
          "Functions", "deals=tidemark-LevDeals-1 contacts=tidemark-LevContacts-2");

  private final Stack stack = Stack.of("tidemark", OUTPUTS);

  @Test
  void the_function_of_a_resource_is_the_one_that_the_outputs_name() {
    assertThat(stack.function("contacts")).isEqualTo("tidemark-LevContacts-2");
    assertThat(stack.function("")).isEqualTo("tidemark-LevDeals-1");
    assertThat(stack.connection()).isEqualTo("main");
    assertThat(stack.bucket()).isEqualTo("bucket-1");
  }

  @Test
  void a_resource_without_a_function_is_refused_with_those_that_have_one() {
    assertThatThrownBy(() -> stack.function("tickets"))
        .isInstanceOf(UsageException.class)
        .hasMessage("stack tidemark has no function for tickets; it has: deals, contacts");
  }

  @Test
  void a_stack_of_something_else_is_refused() {
    assertThatThrownBy(() -> Stack.of("other", Map.of("Connection", "main")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("stack other has no output BucketName");
  }

  @Test
  void an_account_that_nobody_named_is_asked_for_in_one_sentence() {
    SdkClientException nobody =
        SdkClientException.create(
            "Unable to load region from any of the providers in the chain a@1: [b@2: no, c@3: no]");
    assertThat(Stack.unreachable("tidemark-lev", nobody))
        .hasMessage(
            "stack tidemark-lev cannot be described: Unable to load region; name your account by"
                + " AWS_PROFILE, or by AWS_REGION and credentials");
  }
}
