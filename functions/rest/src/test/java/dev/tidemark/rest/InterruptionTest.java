package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.server.Delivery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterruptionTest {
  static Stream<Delivery> slow() {
    return Stream.of(
        new Delivery.Dripping(10, Duration.ofMillis(100)),
        new Delivery.Delayed(Duration.ofSeconds(60)));
  }

  @ParameterizedTest
  @MethodSource("slow")
  void a_read_that_is_interrupted_ends_at_once_and_is_no_page(Delivery delivery) throws Exception {
    try (Lev lev = Lev.start(DatasetPlan.of(1, 45));
        Desk desk = Desk.at(Desk.lev(lev), "deals")) {
      lev.quirks().add("deals", delivery);
      CountDownLatch asked = new CountDownLatch(1);
      lev.hooks()
          .beforeSend(
              "deals", dev.tidemark.simulators.schedule.Schedule.always(), asked::countDown);
      CompletableFuture<Object> came = new CompletableFuture<>();
      Thread reading =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  came.complete(desk.first());
                } catch (InterruptedException e) {
                  came.complete(e);
                } catch (RuntimeException | Error e) {
                  came.completeExceptionally(e);
                }
              });
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      reading.interrupt();
      assertThat(came.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
      assertThat(reading.join(Duration.ofSeconds(5))).isTrue();
    }
  }
}
