package dev.tidemark.cli.faults;

import dev.tidemark.testkit.wire.WireFault;
import dev.tidemark.testkit.wire.WireFault.Answered;
import java.time.Duration;

/** What goes wrong once. */
// A fault is a value.
@SuppressWarnings("ImmutableEnumChecker")
enum Kind {
  THROTTLED(
      xml(503, "SlowDown"),
      json(400, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException")),
  BUSY(
      xml(429, "TooManyRequests"),
      json(400, "com.amazonaws.dynamodb.v20120810#RequestLimitExceeded")),
  BROKEN(
      xml(500, "InternalError"), json(500, "com.amazonaws.dynamodb.v20120810#InternalServerError")),
  AWAY(
      xml(503, "ServiceUnavailable"),
      json(503, "com.amazon.coral.availability#ServiceUnavailable")),
  REQUEST_LOST(new WireFault.RequestLost()),
  ANSWER_RESET(new WireFault.AnswerLost(true)),
  ANSWER_LOST(new WireFault.AnswerLost(false)),
  ANSWER_CUT(new WireFault.AnswerCut()),
  ANSWER_LATE(new WireFault.AnswerLate(Duration.ofMillis(2_500)));

  private final WireFault ofS3;
  private final WireFault ofDynamoDb;

  Kind(WireFault ofS3, WireFault ofDynamoDb) {
    this.ofS3 = ofS3;
    this.ofDynamoDb = ofDynamoDb;
  }

  Kind(WireFault ofBoth) {
    this(ofBoth, ofBoth);
  }

  WireFault at(Place place) {
    return place.ofS3() ? ofS3 : ofDynamoDb;
  }

  private static WireFault xml(int status, String code) {
    String body = "<Error><Code>" + code + "</Code><Message>a fault</Message></Error>";
    return new Answered(status, "application/xml", body);
  }

  private static WireFault json(int status, String type) {
    String body = "{\"__type\":\"" + type + "\",\"message\":\"a fault\"}";
    return new Answered(status, "application/x-amz-json-1.0", body);
  }
}
