package dev.tidemark.cli.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LocalLambdaTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final List<Boolean> dead = new CopyOnWriteArrayList<>();
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private final LocalLambda lambda =
      new LocalLambda(_ -> looking(), Duration.ofMinutes(1), CLOCK, () -> false, Life.Witness.NONE);

  /** A function that looks whether its own leases would be taken for a dead owner's. */
  private RequestStreamHandler looking() {
    return (InputStream in, OutputStream out, Context context) -> {
      dead.add(lambda.isDead(context.getAwsRequestId() + "/random"));
      delivered.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      out.write("{}".getBytes(StandardCharsets.UTF_8));
    };
  }

  @Test
  void a_verb_is_a_living_owner_while_it_runs() throws InterruptedException {
    assertThat(lambda.invoke(_ -> looking(), "{}")).isInstanceOf(Ending.Answered.class);
    assertThat(dead).containsExactly(false);
  }

  @Test
  void a_leg_is_a_living_owner_while_it_runs() throws InterruptedException {
    lambda.send("{}");
    lambda.run(1, _ -> {});
    assertThat(dead).containsExactly(false);
  }

  @Test
  void an_owner_that_nobody_knows_is_dead() {
    assertThat(lambda.isDead("another/random")).isTrue();
  }

  @Test
  void what_is_sent_is_delivered_at_once_before_what_is_meant_for_later()
      throws InterruptedException {
    lambda.sendAt("later", CLOCK.instant().plusMillis(300));
    lambda.send("now");
    lambda.run(1, _ -> {});
    assertThat(delivered).containsExactly("now", "later");
  }

  @Test
  void an_invocation_is_cut_off_with_the_life_that_its_ports_are_guarded_by()
      throws InterruptedException, IOException {
    LocalLambda brief =
        new LocalLambda(_ -> looking(), Duration.ZERO, CLOCK, () -> false, Life.Witness.NONE);
    Life[] own = new Life[1];
    Ending ending =
        brief.invoke(
            life -> {
              own[0] = life;
              return (_, _, _) -> stuck();
            },
            "{}");
    assertThat(ending).isInstanceOf(Ending.Killed.class);
    assertThat(own[0].killedWhy()).isNotNull();
  }

  private static void stuck() throws IOException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
