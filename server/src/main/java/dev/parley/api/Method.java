package dev.parley.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.access.Principal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One method of the API, declared whole: who may call it with what, and what it does.
///
/// @param name its name on the wire, such as `users.info`
/// @param summary one sentence for the reference
/// @param actors who may call it; empty: everybody, signed in or not
/// @param botScopes a bot needs one of these; empty: none
/// @param userScopes a person's token needs one of these; empty: none
/// @param writes whether it may change anything
/// @param errors the codes of its own that it may answer with
public record Method(
    String name,
    String summary,
    Set<ActorKind> actors,
    Set<String> botScopes,
    Set<String> userScopes,
    RateTier tier,
    List<Arg<?>> args,
    boolean writes,
    Set<String> errors,
    Handler handler) {

  /// What a method does. Runs on a virtual thread; refuses by throwing a
  /// [dev.parley.kernel.Refusal].
  @FunctionalInterface
  public interface Handler {
    Reply handle(Call call);
  }

  /// Begins a declaration. Unless said otherwise it admits sessions and tokens of people and bots,
  /// needs no scope, has no arguments, only reads, and is of the third tier.
  public static Draft named(String name, String summary) {
    return new Draft(name, summary);
  }

  /// Reads the arguments and does it.
  ///
  /// @param principal who calls; null for a method that is open to everybody
  Reply run(
      @Nullable Principal principal,
      Map<String, JsonNode> arguments,
      Client client,
      String requestId) {
    Map<Arg<?>, Optional<?>> values = new HashMap<>();
    for (Arg<?> arg : args) {
      values.put(arg, arg.read(arguments));
    }
    return handler.handle(new Call(principal, arguments, values, client, requestId));
  }

  /// Whether it needs nobody to be signed in.
  public boolean isOpen() {
    return actors.isEmpty();
  }

  /// A method being declared.
  public static final class Draft {
    private final String name;
    private final String summary;
    private Set<ActorKind> actors =
        EnumSet.of(ActorKind.SESSION, ActorKind.USER_TOKEN, ActorKind.BOT_TOKEN);
    private Set<String> botScopes = Set.of();
    private Set<String> userScopes = Set.of();
    private RateTier tier = RateTier.TIER_3;
    private List<Arg<?>> args = List.of();
    private boolean writes;
    private Set<String> errors = Set.of();

    private Draft(String name, String summary) {
      this.name = name;
      this.summary = summary;
    }

    /// Everybody may call it, signed in or not.
    public Draft open() {
      actors = Set.of();
      return this;
    }

    /// Only people may call it: in the page, or with a token that may do all they may.
    public Draft page() {
      actors = EnumSet.of(ActorKind.SESSION, ActorKind.USER_TOKEN);
      userScopes = Set.of("client");
      return this;
    }

    /// Only people may call it, not bots.
    public Draft people() {
      actors = EnumSet.of(ActorKind.SESSION, ActorKind.USER_TOKEN);
      return this;
    }

    /// Only apps may call it, as such or as their bot.
    public Draft apps() {
      actors = EnumSet.of(ActorKind.BOT_TOKEN, ActorKind.APP_TOKEN);
      return this;
    }

    /// Apps may call it too.
    public Draft appsToo() {
      actors = EnumSet.allOf(ActorKind.class);
      return this;
    }

    /// Tokens of both kinds need one of these scopes.
    public Draft scopes(String... anyOf) {
      botScopes = Set.of(anyOf);
      userScopes = Set.of(anyOf);
      return this;
    }

    /// A bot needs one of these scopes.
    public Draft botScopes(String... anyOf) {
      botScopes = Set.of(anyOf);
      return this;
    }

    /// A person's token needs one of these scopes.
    public Draft userScopes(String... anyOf) {
      userScopes = Set.of(anyOf);
      return this;
    }

    public Draft tier(RateTier value) {
      tier = value;
      return this;
    }

    /// Adds arguments, in the order in which they are described.
    public Draft args(Arg<?>... values) {
      args = Stream.concat(args.stream(), Stream.of(values)).toList();
      return this;
    }

    public Draft writes() {
      writes = true;
      return this;
    }

    /// Adds codes of its own.
    public Draft errors(String... codes) {
      errors = new TreeSet<>(errors);
      Collections.addAll(errors, codes);
      return this;
    }

    /// Ends the declaration; the codes of arguments are the method's too.
    public Method does(Handler handler) {
      Set<String> codes = new TreeSet<>(errors);
      for (Arg<?> arg : args) {
        if (arg.isRequired()) {
          codes.add(arg.missingCode());
        }
        codes.add(arg.badCode());
      }
      codes.removeIf(code -> ErrorCodes.GENERIC.contains(code) && !errors.contains(code));
      return new Method(
          name,
          summary,
          Set.copyOf(actors),
          botScopes,
          userScopes,
          tier,
          args,
          writes,
          codes,
          handler);
    }
  }
}
