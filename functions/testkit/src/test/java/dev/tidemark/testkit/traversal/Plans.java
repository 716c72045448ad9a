package dev.tidemark.testkit.traversal;

import dev.tidemark.core.plan.BatchLimits;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.LandedForm;
import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.core.watermark.TimePolicy;
import java.time.Duration;

/**
 * What the legs of these tests are told about their resource: one page is one batch unless a test
 * says otherwise.
 */
public final class Plans {
  /** The resource of all these tests. */
  public static final ResourceKey KEY = ResourceKey.of("acme", "deals");

  private static final Duration LOOKBACK = Duration.ofMinutes(5);
  private static final Duration SETTLE_LAG = Duration.ofMinutes(2);

  private Plans() {}

  /** By watermark, without a closing query. */
  public static ResourcePlan ascending() {
    return plan(Order.WATERMARK_ASCENDING, Promotion.MAX_SEEN, false);
  }

  /** By watermark, over a list that moves. */
  public static ResourcePlan closing() {
    return plan(Order.WATERMARK_ASCENDING, Promotion.MAX_SEEN, true);
  }

  /** By id. */
  public static ResourcePlan byId() {
    return plan(Order.ID, Promotion.RUN_START, false);
  }

  /** By watermark, from the API's own bookmark. */
  public static ResourcePlan bookmarked() {
    return plan(Order.WATERMARK_ASCENDING, Promotion.CURSOR, false);
  }

  /** In no order, from the API's own bookmark. */
  public static ResourcePlan unordered() {
    return plan(Order.UNORDERED, Promotion.CURSOR, false);
  }

  /** The same with other time semantics. */
  public static ResourcePlan timed(ResourcePlan plan, TimePolicy time) {
    return new ResourcePlan(
        plan.key(),
        plan.form(),
        plan.queryHash(),
        time,
        plan.limits(),
        plan.closingQuery(),
        plan.indexBound());
  }

  /** The same over an API that cannot select by time. */
  public static ResourcePlan unfiltered(ResourcePlan plan) {
    TimePolicy time = plan.time();
    return timed(
        plan,
        new TimePolicy(time.order(), time.promotion(), false, time.lookback(), time.settleLag()));
  }

  /** The same where a record is trusted at once and nothing is read again. */
  public static ResourcePlan trusting(ResourcePlan plan) {
    TimePolicy time = plan.time();
    return timed(
        plan,
        new TimePolicy(
            time.order(), time.promotion(), time.filtered(), Duration.ZERO, Duration.ZERO));
  }

  /** The same over an API that keeps what it deleted for {@code time}. */
  public static ResourcePlan retaining(ResourcePlan plan, Duration time) {
    return new ResourcePlan(
        plan.key(),
        plan.form(),
        plan.queryHash(),
        plan.time(),
        plan.limits(),
        plan.closingQuery(),
        plan.indexBound(),
        time);
  }

  /** The same with up to {@code pages} pages in a batch. */
  public static ResourcePlan batching(ResourcePlan plan, int pages) {
    return with(plan, plan.queryHash(), limits(pages), plan.indexBound());
  }

  /** The same with another query. */
  public static ResourcePlan querying(ResourcePlan plan, String queryHash) {
    return with(plan, queryHash, plan.limits(), plan.indexBound());
  }

  /** The same with a bound on the fingerprints compared with. */
  public static ResourcePlan bounded(ResourcePlan plan, long indexBound) {
    return with(plan, plan.queryHash(), plan.limits(), indexBound);
  }

  /** The same beside the resource's own runs. */
  public static ResourcePlan beside(ResourcePlan plan, String variant) {
    return with(plan, plan.key().beside(variant), plan.form());
  }

  /** The same with other members asked for. */
  public static ResourcePlan shaped(ResourcePlan plan, int schema, String shape) {
    return with(plan, plan.key(), new LandedForm(schema, shape));
  }

  /** The same where each record is declared to have a time. */
  public static ResourcePlan dated(ResourcePlan plan) {
    TimePolicy time = plan.time();
    return timed(
        plan,
        new TimePolicy(
            time.order(),
            time.promotion(),
            time.filtered(),
            time.lookback(),
            time.settleLag(),
            time.versions(),
            true));
  }

  private static ResourcePlan with(ResourcePlan plan, ResourceKey key, LandedForm form) {
    return new ResourcePlan(
        key,
        form,
        plan.queryHash(),
        plan.time(),
        plan.limits(),
        plan.closingQuery(),
        plan.indexBound(),
        plan.retains());
  }

  private static ResourcePlan with(
      ResourcePlan plan, String queryHash, BatchLimits limits, long indexBound) {
    return new ResourcePlan(
        plan.key(), plan.form(), queryHash, plan.time(), limits, plan.closingQuery(), indexBound);
  }

  private static ResourcePlan plan(Order order, Promotion promotion, boolean closing) {
    TimePolicy time = new TimePolicy(order, promotion, true, LOOKBACK, SETTLE_LAG);
    return new ResourcePlan(
        KEY, new LandedForm(1, ""), "query", time, limits(1), closing, 1_000_000);
  }

  private static BatchLimits limits(int pages) {
    return new BatchLimits(8L * 1024 * 1024, pages, Duration.ofMinutes(10), 1);
  }
}
