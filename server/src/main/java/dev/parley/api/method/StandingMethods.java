package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.access.Role;
import dev.parley.core.identity.StandingService;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.PersonView;
import dev.parley.protocol.view.UserView;
import java.util.List;

/// `client.people.*`: how people stand in the workspace, as its admins set it.
public final class StandingMethods {
  private static final Arg<UserId> USER = Arg.userId("user").required();
  private static final Arg<String> ROLE =
      Arg.oneOf("role", "guest", "member", "admin", "owner").required();
  private static final String[] REFUSALS = {
    "cannot_update_admin_user", "not_admin", "own_account", "user_is_bot", "user_not_found"
  };

  private final StandingService standings;

  public StandingMethods(StandingService standings) {
    this.standings = standings;
  }

  public List<Method> all() {
    return List.of(
        Method.named("client.people.setRole", "Gives somebody another role.")
            .page()
            .tier(RateTier.TIER_2)
            .args(USER, ROLE)
            .writes()
            .errors(REFUSALS)
            .errors("role_above_own")
            .does(this::setRole),
        Method.named(
                "client.people.deactivate",
                "Shuts somebody out: sessions, tokens and connections end, what they said stays.")
            .page()
            .tier(RateTier.TIER_2)
            .args(USER)
            .writes()
            .errors(REFUSALS)
            .does(
                call ->
                    person(
                        standings.deactivate(
                            call.workspace(), call.actor().user(), call.get(USER)))),
        Method.named("client.people.reactivate", "Lets somebody in again who was shut out.")
            .page()
            .tier(RateTier.TIER_2)
            .args(USER)
            .writes()
            .errors(REFUSALS)
            .does(
                call ->
                    person(
                        standings.reactivate(
                            call.workspace(), call.actor().user(), call.get(USER)))));
  }

  private Reply setRole(Call call) {
    Admins.require(call, "not_admin");
    Role role =
        switch (call.get(ROLE)) {
          case "owner" -> Role.OWNER;
          case "admin" -> Role.ADMIN;
          case "guest" -> Role.GUEST;
          default -> Role.MEMBER;
        };
    return person(standings.rank(call.workspace(), call.actor().user(), call.get(USER), role));
  }

  private static Reply person(UserView user) {
    return Reply.ok().with("user", new PersonView(user));
  }
}
