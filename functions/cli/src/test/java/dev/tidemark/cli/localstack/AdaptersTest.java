package dev.tidemark.cli.localstack;

import dev.tidemark.aws.dynamodb.DynamoPublishedIndexes;
import dev.tidemark.aws.dynamodb.DynamoResourceStateStore;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.contract.BatchSinkContract;
import dev.tidemark.testkit.contract.FingerprintIndexContract;
import dev.tidemark.testkit.contract.ProtocolWritesContract;
import dev.tidemark.testkit.contract.PublishedIndexesContract;
import dev.tidemark.testkit.contract.ResourceStateStoreContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The adapters keep their contracts there too. */
@OnLocalStack
class AdaptersTest {
  private static final String NAME = LocalStack.NAME;

  @Nested
  class States extends ResourceStateStoreContract {
    @Override
    protected ResourceStateStore connect() {
      return new DynamoResourceStateStore(LocalStack.started().dynamoDb(), NAME);
    }

    @Override
    protected void damage(ResourceKey key) {
      Map<String, AttributeValue> item =
          Map.of(
              "connection", AttributeValue.fromS(key.connection()),
              "resource", AttributeValue.fromS(key.sortKey()));
      LocalStack.started()
          .dynamoDb()
          .updateItem(update ->
              update
                  .tableName(NAME)
                  .key(item)
                  .updateExpression("SET claims = :text")
                  .expressionAttributeValues(Map.of(":text", AttributeValue.fromS("1"))));
    }
  }

  @Nested
  class ProtocolWrites extends ProtocolWritesContract {
    @Override
    protected ResourceStateStore connect() {
      return new DynamoResourceStateStore(LocalStack.started().dynamoDb(), NAME);
    }

    @Override
    protected int atMost() {
      return Depth.of(200, 2000);
    }
  }

  @Nested
  class Indexes extends PublishedIndexesContract {
    @Override
    protected PublishedIndexes connect() {
      return new DynamoPublishedIndexes(LocalStack.started().dynamoDb(), NAME);
    }
  }

  @Nested
  class Fingerprints extends FingerprintIndexContract {
    @Override
    protected FingerprintIndex connect() {
      return new LandedSegments(new S3Objects(LocalStack.started().s3(), NAME));
    }

    @Override
    protected void plant(String key, byte[] bytes) {
      write(key, bytes);
    }
  }

  @Nested
  class Sink extends BatchSinkContract {
    @Override
    protected BatchSink connect() {
      return new LandedBatches(new S3Objects(LocalStack.started().s3(), NAME, _ -> {}));
    }

    @Override
    protected byte[] bytes(String key) {
      return LocalStack.started()
          .s3()
          .getObjectAsBytes(get -> get.bucket(NAME).key(key))
          .asByteArray();
    }

    @Override
    protected List<String> keys(String prefix) {
      return LocalStack.started()
          .s3()
          .listObjectsV2Paginator(list -> list.bucket(NAME).prefix(prefix))
          .contents()
          .stream()
          .map(S3Object::key)
          .toList();
    }

    @Override
    protected void plant(String key, byte[] bytes) {
      write(key, bytes);
    }
  }

  private static void write(String key, byte[] bytes) {
    LocalStack.started()
        .s3()
        .putObject(put -> put.bucket(NAME).key(key), RequestBody.fromBytes(bytes));
  }
}
