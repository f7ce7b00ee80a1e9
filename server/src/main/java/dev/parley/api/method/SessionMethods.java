package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.api.SessionCookie;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.session.SessionService;
import dev.parley.kernel.Refusal;
import java.util.List;

/// `client.signOut` and `client.sessions.*`: where a person is signed in.
public final class SessionMethods {
  private static final Arg<Long> SESSION =
      Arg.of("session", "session", node -> SessionMethods.number(node.asText()))
          .bad("session_not_found")
          .required();

  private final SessionService sessions;

  public SessionMethods(SessionService sessions) {
    this.sessions = sessions;
  }

  public List<Method> all() {
    return List.of(
        Method.named("client.signOut", "Ends the session it is called in.")
            .page()
            .writes()
            .errors("session_not_found")
            .does(this::signOut),
        Method.named("client.sessions.list", "Lists where the person is signed in.")
            .page()
            .tier(RateTier.TIER_4)
            .does(this::list),
        Method.named("client.sessions.end", "Ends one of the person's sessions.")
            .page()
            .args(SESSION)
            .writes()
            .errors("session_not_found")
            .does(this::end));
  }

  private Reply signOut(Call call) {
    Actor actor = call.actor();
    if (!(actor.credential() instanceof Credential.Session session)) {
      throw new Refusal("session_not_found", "a token is ended by auth.revoke");
    }
    sessions.signOut(actor.workspace(), actor.user(), session.id());
    return Reply.ok().cookie(SessionCookie.removed(actor.workspace()));
  }

  private Reply list(Call call) {
    Actor actor = call.actor();
    return Reply.ok()
        .with("sessions", sessions.list(actor.workspace(), actor.user(), actor.sessionId()));
  }

  private Reply end(Call call) {
    Actor actor = call.actor();
    long session = call.get(SESSION);
    sessions.signOut(actor.workspace(), actor.user(), session);
    return session == actor.sessionId()
        ? Reply.ok().cookie(SessionCookie.removed(actor.workspace()))
        : Reply.ok();
  }

  private static java.util.Optional<Long> number(String text) {
    return text.matches("[1-9][0-9]{0,17}")
        ? java.util.Optional.of(Long.parseLong(text))
        : java.util.Optional.empty();
  }
}
