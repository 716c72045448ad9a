package dev.tidemark.rest.json;

import dev.tidemark.core.lake.JsonText;
import dev.tidemark.rest.definition.MemberPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The declared members of an object, by their paths, as a tree that is walked beside the tokens.
 */
final class Members {
  private final Map<String, Members> children = new HashMap<>();
  private final MemberPath own;
  private final List<Trace> traces;
  private final List<MemberPath> paths;
  private final List<Literal> literals = new ArrayList<>();
  private @Nullable Trace end;
  private int slot = -1;
  private boolean skipped;

  /** Where the text of a path, from one of its names on, would be a name itself. */
  private record Literal(Trace trace, int index) {}

  Members() {
    this(MemberPath.WHOLE, new ArrayList<>(), new ArrayList<>());
  }

  private Members(MemberPath own, List<Trace> traces, List<MemberPath> paths) {
    this.own = own;
    this.paths = paths;
    this.traces = traces;
  }

  /** Declares the member at {@code path}; its value goes into {@code slot}. */
  void declare(MemberPath path, int slot) {
    at(path).slot = slot;
  }

  /** Declares that the member at {@code path} does not count, whether or not its value is read. */
  void skip(MemberPath path) {
    at(path).skipped = true;
  }

  private Members at(MemberPath path) {
    List<String> names = path.names();
    Members end = below(names);
    paths.add(path);
    if (names.size() > 1 && end.end == null) {
      Trace trace = new Trace(path);
      traces.add(trace);
      end.end = trace;
      for (int i = 0; i < names.size() - 1; i++) {
        Members owner = below(names.subList(0, i));
        owner.named(path.joinedFrom(i).names().getLast()).literals.add(new Literal(trace, i));
      }
    }
    return end;
  }

  private Members below(List<String> names) {
    Members at = this;
    for (String name : names) {
      at = at.named(name);
    }
    return at;
  }

  private Members named(String name) {
    return children.computeIfAbsent(name, _ -> new Members(own.and(name), traces, paths));
  }

  /** Forgets what was met, before another object is walked. */
  void begin() {
    for (Trace trace : traces) {
      trace.begin();
    }
  }

  /**
   * Refuses a path that led nowhere in the object that was walked, beside a member whose name is
   * its text.
   *
   * @param what the object, for the message
   * @param spelling how a definition writes a path there
   */
  void requireRead(String what, Function<MemberPath, String> spelling) throws MisreadPathException {
    for (Trace trace : traces) {
      MemberPath meant = trace.meant();
      if (meant != null) {
        throw new MisreadPathException(
            what
                + " has a member named "
                + JsonText.quote(meant.names().getLast())
                + "; write the path as "
                + spelling.apply(meant)
                + " instead of "
                + trace.path());
      }
    }
  }

  /** The member called {@code name}, which is met now; null where none is declared. */
  @Nullable Members child(String name) {
    Members child = children.get(name);
    if (child != null) {
      if (child.end != null) {
        child.end.meet();
      }
      child.literals.forEach(literal -> literal.trace.meetLiteral(literal.index));
    }
    return child;
  }

  /** Where this member is. */
  MemberPath own() {
    return own;
  }

  /** A declared path that leads through this member, which has children. */
  MemberPath through() {
    return paths.stream()
        .filter(own::leadsTo)
        .filter(path -> !path.equals(own))
        .findFirst()
        .orElse(own);
  }

  /** Where the value goes; negative for a member that is only on the way to others. */
  int slot() {
    return slot;
  }

  /** The slots of all members below this one. */
  List<Integer> slotsBelow() {
    List<Integer> slots = new ArrayList<>();
    children
        .values()
        .forEach(child -> {
          if (child.slot >= 0) {
            slots.add(child.slot);
          }
          slots.addAll(child.slotsBelow());
        });
    return slots;
  }

  boolean skipped() {
    return skipped;
  }

  boolean hasChildren() {
    return !children.isEmpty();
  }
}
