package dev.parley.api;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;

/// What kinds of caller a method may admit.
public enum ActorKind {
  /// A person in the page.
  SESSION,
  /// A program with a person's token.
  USER_TOKEN,
  /// A bot.
  BOT_TOKEN,
  /// An app as such, not its bot.
  APP_TOKEN;

  static ActorKind of(Actor actor) {
    return switch (actor.credential()) {
      case Credential.Session _ -> SESSION;
      case Credential.Token _ -> actor.isBot() ? BOT_TOKEN : USER_TOKEN;
      case Credential.AppToken _ -> APP_TOKEN;
    };
  }
}
