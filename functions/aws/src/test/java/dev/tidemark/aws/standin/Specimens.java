package dev.tidemark.aws.standin;

import dev.tidemark.core.run.RunId;
import dev.tidemark.core.state.CycleGuard;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.state.Slicing;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instances of core's records, made from their components, so that a new one is in them the day it
 * is added. A full specimen has every component set, each to a value of its own; a bare one has
 * none that may be absent.
 */
public final class Specimens {
  /** A double cannot hold it: a codec that goes through one is found out. */
  private static final long BEYOND_DOUBLE = (1L << 53) + 1;

  /** Its numbers depend on each other. */
  private static final CycleGuard GUARD = new CycleGuard("mark", BEYOND_DOUBLE, 5);

  /** Its slices meet. */
  private static final Slicing CUT =
      new Slicing(
          3,
          List.of(
              new Slice(1, null, Instant.ofEpochSecond(7, 8)),
              new Slice(2, Instant.ofEpochSecond(7, 8), Instant.ofEpochSecond(9, 1))));

  private final boolean full;
  private final Class<? extends Phase> phase;
  private long drawn;

  /**
   * @param phase the phase of every state
   */
  public Specimens(boolean full, Class<? extends Phase> phase) {
    this.full = full;
    this.phase = phase;
  }

  /** An instance of {@code record}. */
  public <T> T of(Class<T> record) {
    if (record == CycleGuard.class || record == Slicing.class) {
      return record.cast(record == Slicing.class ? CUT : GUARD);
    }
    return made(record);
  }

  private <T> T made(Class<T> record) {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          !full && mayBeAbsent(components[i]) ? null : value(components[i].getGenericType());
    }
    try {
      return record.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no specimen of " + record, e);
    }
  }

  /** Whether a component may be null. */
  public static boolean mayBeAbsent(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private Object value(Type type) {
    drawn++;
    if (type instanceof ParameterizedType list) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; full && i < 2; i++) {
        elements.add(value(list.getActualTypeArguments()[0]));
      }
      return elements;
    }
    if (type == String.class) {
      return "text \"" + drawn + "\" \\ \u00e4\u4e2d\ud83c\udf0a";
    }
    if (type == Instant.class) {
      return Instant.ofEpochSecond(1_700_000_000 + drawn, 123_456_789);
    }
    if (type == long.class || type == Long.class) {
      return BEYOND_DOUBLE + drawn;
    }
    if (type == int.class) {
      return (int) drawn;
    }
    if (type == boolean.class) {
      return true;
    }
    return object((Class<?>) type);
  }

  private Object object(Class<?> type) {
    if (type == RunId.class) {
      // One for all: the parts of a run have to agree on it.
      return new RunId("20260203T040506Z-0123456789");
    }
    if (type == Phase.class) {
      return of(phase);
    }
    return type.isEnum() ? type.getEnumConstants()[0] : of(type);
  }
}
