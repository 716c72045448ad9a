package dev.tidemark.cli.stack;

import org.jspecify.annotations.Nullable;

/**
 * The function of one resource.
 *
 * @param resource as an event names it; the argument of one that takes one is {@code ${Parameter}}
 * @param condition whether the function is created; null for always
 * @param argument the parameter that names what {@code resource} is of; null if it takes none
 */
record FunctionBlock(
    String logicalId,
    String resource,
    @Nullable String condition,
    @Nullable String argument,
    Schedules schedules) {

  /**
   * When it is invoked.
   *
   * @param changes whether the API can be asked for what has changed, so that a run is short
   * @param reconcile whether what was deleted is found by walking everything, and only so
   */
  record Schedules(boolean child, boolean changes, boolean reconcile) {
    private String sync() {
      return child
          ? "!Ref ChildrenExpression"
          : "!If [Every, !Ref ScheduleExpression, rate("
              + (changes ? "15 minutes" : "1 hour")
              + ")]";
    }
  }

  /** The text of the resource in the template. */
  String text() {
    return "\n  "
        + logicalId
        + ":\n    Type: AWS::Serverless::Function\n"
        + (condition == null ? "" : "    Condition: " + condition + "\n")
        + """
            Metadata: { BuildMethod: makefile }
            Properties:
              Role: !GetAtt Role.Arn
              Events:
        """
        + sync()
        + (schedules.reconcile() ? reconcile() : "");
  }

  /** Whether {@code block}, the function as a template has it, is invoked when it should be. */
  boolean isScheduledIn(String block) {
    return block.contains(sync())
        && (schedules.reconcile()
            ? block.contains(reconcile())
            : !block.contains("        Reconcile:\n"));
  }

  private String sync() {
    return schedule("Sync", schedules.sync(), "");
  }

  private String reconcile() {
    return schedule("Reconcile", "!Ref ReconcileExpression", "\"mode\":\"reconcile\",");
  }

  private String schedule(String name, String every, String mode) {
    return """
            %s:
              Type: ScheduleV2
              Properties:
                <<: *schedule
                ScheduleExpression: %s
                Input: %s'{"action":"sync","resource":"%s",%s"scheduledTime":"<aws.scheduler.scheduled-time>"}'
    """
        .formatted(name, every, argument == null ? "" : "!Sub ", resource, mode);
  }

  /** How TIDEMARK_FUNCTIONS names it. */
  String place() {
    return resource + "=${" + logicalId + "}";
  }
}
