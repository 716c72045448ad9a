package dev.tidemark.aws.dynamodb;

import dev.tidemark.aws.standin.LocalTable;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.contract.ProtocolWritesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProtocolOnDynamoDbTest extends ProtocolWritesContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable();

  @Override
  protected ResourceStateStore connect() {
    return new DynamoResourceStateStore(TABLE.client(), LocalTable.NAME);
  }

  @Override
  protected int atMost() {
    return Depth.of(60, 800);
  }
}
