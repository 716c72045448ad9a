package dev.tidemark.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.standin.LocalTable;
import dev.tidemark.core.state.Account;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.testkit.contract.BindingsContract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoBindingsTest extends BindingsContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable();

  @Override
  protected Bindings connect() {
    return new DynamoBindings(TABLE.client(), LocalTable.NAME);
  }

  @Test
  void a_binding_is_no_state_of_a_resource() {
    connect().replace("apart", null, Binding.first(new Account("https://a.example", null)));
    DynamoResourceStateStore states = new DynamoResourceStateStore(TABLE.client(), LocalTable.NAME);
    assertThat(states.keys("apart")).isEmpty();
  }

  @Test
  void a_binding_that_cannot_be_read_is_named_with_the_remedy() {
    TABLE
        .client()
        .putItem(put ->
            put.tableName(LocalTable.NAME)
                .item(
                    Map.of(
                        "connection", AttributeValue.fromS("~connections"),
                        "resource", AttributeValue.fromS("damaged"),
                        "revision", AttributeValue.fromN("1"))));
    assertThatThrownBy(() -> connect().read("damaged"))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContainingAll("the account of connection damaged", "delete it while nothing");
  }
}
