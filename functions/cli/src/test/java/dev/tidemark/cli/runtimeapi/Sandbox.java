package dev.tidemark.cli.runtimeapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process that runs a function, one invocation at a time, and may be gone at any moment. */
final class Sandbox implements AutoCloseable {
  /** Of Lambda's own for a function in Java; what they are is told by JAVA_TOOL_OPTIONS there. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED");

  private static final String RUNTIME =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String NATIVE =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** Lambda's own limit is 10 s on a machine that has nothing else to do. */
  private static final Duration INIT = Duration.ofMinutes(1);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RuntimeApi api = new RuntimeApi();
  private final Process process;
  private final Path log;
  private boolean frozen;

  /**
   * What is started.
   *
   * @param handler the class whose {@code handleRequest} is called
   * @param heapMb the most memory for objects
   */
  record Launch(
      String handler, String classPath, Map<String, String> environment, Path folder, int heapMb) {
    Launch withHeap(int changedMb) {
      return new Launch(handler, classPath, environment, folder, changedMb);
    }
  }

  private Sandbox(Launch launch) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(FLAGS);
    line.add("-Xmx" + launch.heapMb() + "m");
    line.add("-D" + NATIVE + "=" + Bundle.nativeLibrary(launch.folder()));
    line.addAll(List.of("-cp", launch.classPath(), RUNTIME));
    line.add(launch.handler() + "::handleRequest");
    log = Files.createTempFile(launch.folder(), "sandbox", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(launch.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(launch.environment());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    process = builder.start();
  }

  /** Starts a process; what it is to do may be said before it asks. */
  static Sandbox start(Launch launch) {
    try {
      return new Sandbox(launch);
    } catch (IOException e) {
      throw new UncheckedIOException("the process did not start", e);
    }
  }

  /**
   * Hands it an invocation.
   *
   * @param killed whether it is killed when its life is over
   */
  CompletableFuture<Ending> begin(Invocation invocation, boolean killed) {
    thaw();
    RuntimeApi.Pending pending = api.offer(invocation);
    var unused =
        process
            .onExit()
            .thenAccept(gone -> pending.ending().complete(new Ending.Died(gone.exitValue())));
    if (killed) {
      unused = CompletableFuture.runAsync(() -> killUnless(pending.taken()), after(INIT));
      unused =
          pending
              .taken()
              .thenRunAsync(() -> killUnless(pending.ending()), after(invocation.life()));
    }
    return pending.ending();
  }

  private static Executor after(Duration time) {
    return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void killUnless(CompletableFuture<?> event) {
    if (!event.isDone()) {
      kill();
    }
  }

  /** Waits for {@code ending}. */
  Ending await(CompletableFuture<Ending> ending) {
    try {
      return ending.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new AssertionError("the invocation does not end; log: " + said(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
  }

  /** Stops it in mid-air, as between invocations. */
  void freeze() {
    signal("STOP", !frozen);
    frozen = true;
  }

  void thaw() {
    signal("CONT", frozen);
    frozen = false;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The time of a processor that it took so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What it printed so far. */
  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("its log cannot be read", e);
    }
  }

  private void signal(String name, boolean needed) {
    if (!needed) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("no signal can be sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    process.onExit().join();
    api.close();
  }
}
