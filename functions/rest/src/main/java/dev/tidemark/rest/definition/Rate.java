package dev.tidemark.rest.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How often the API may be asked. */
@Doc("How often the API may be asked.")
public record Rate(
    @Doc("Limits that hold for every account, by name; a resource says which is its own.")
        @Default("{}")
        Map<String, Bucket> buckets,
    @Doc("How headers begin that say remaining=0; resets=<seconds>; they are obeyed always.")
        @Default("[]")
        List<String> headers) {

  /** A number of requests in a time; all of them may be made at once. */
  @Doc("A number of requests in a time; all of them may be made at once.")
  public record Bucket(
      @Doc("How many requests.") int requests, @Doc("In which time.") @Default("1m") Duration per) {
    public Bucket {
      if (requests < 1 || per.isZero()) {
        throw new IllegalArgumentException("requests must be 1 or more, per longer than nothing");
      }
    }
  }
}
