package dev.tidemark.aws.mutation;

import dev.tidemark.testkit.mutation.Edit;
import dev.tidemark.testkit.mutation.Mutant;
import dev.tidemark.testkit.mutation.MutationContract;
import dev.tidemark.testkit.mutation.NamedTest;
import java.util.stream.Stream;

/** What DynamoDB and S3 are asked to refuse is asked for no more. */
class BrokenStoresTest extends MutationContract {
  private static final String DYNAMODB = "dev.tidemark.aws.dynamodb.";
  private static final String S3 = "dev.tidemark.aws.s3.";

  @Override
  protected Stream<Mutant> breaks() {
    return Stream.of(
        new Mutant(
            "a state is written whatever is stored",
            new Edit(
                DYNAMODB + "ExpectedRevision",
                "\"revision = :expected\"",
                "\"revision = :expected OR revision <> :expected\""),
            NamedTest.of(
                DYNAMODB + "DynamoResourceStateStoreTest",
                "of_many_writers_on_the_same_state_exactly_one_succeeds")),
        new Mutant(
            "a refusal does not tell what is stored",
            new Edit(
                DYNAMODB + "DynamoResourceStateStore",
                "items.read(key, refused.item())",
                "expected"),
            NamedTest.of(
                DYNAMODB + "StateItemTest",
                "a_write_whose_answer_was_lost_is_recognised_by_the_ledger")),
        new Mutant(
            "a batch is written over another",
            new Edit(S3 + "S3Objects", "request(object).ifNoneMatch(\"*\")", "request(object)"),
            NamedTest.of(
                S3 + "LostAnswerTest",
                "an_object_that_another_wrote_before_the_lost_answer_is_not_ours")),
        new Mutant(
            "a batch that is there is taken for our own",
            new Edit(
                "dev.tidemark.lake.landing.LandedBatches",
                "there.sha256().equals(batch.content().sha256()) &&"
                    + " there.journal().equals(journalKey)",
                "there.count() > 0"),
            NamedTest.of(
                S3 + "LostAnswerTest",
                "an_object_that_another_wrote_before_the_lost_answer_is_not_ours")));
  }
}
