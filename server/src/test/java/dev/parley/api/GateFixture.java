package dev.parley.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Credentials;
import dev.parley.core.access.Principal;
import dev.parley.core.access.Role;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A gate over a few methods and callers, without a database.
final class GateFixture {
  static final WorkspaceId ACME = new WorkspaceId(4);
  static final UserId ALICE = new UserId(8);
  static final UserId BOT = new UserId(12);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<String> steps = new ArrayList<>();
  final Map<String, Principal> tokens = new HashMap<>();
  long wait;
  private final Admission admission;
  private final List<Method> methods = new ArrayList<>();

  GateFixture() {
    this(new Admission(8, 4));
  }

  GateFixture(Admission admission) {
    this.admission = admission;
    tokens.put("alice", principal(ALICE, false, Set.of("users:read")));
    tokens.put("bot", principal(BOT, true, Set.of("chat:write")));
  }

  GateFixture with(Method method) {
    methods.add(method);
    return this;
  }

  JsonNode form(String method, @Nullable String token, String body) {
    return json(
        call(
            method,
            new RawArguments(
                true,
                null,
                "application/x-www-form-urlencoded",
                body.getBytes(StandardCharsets.UTF_8)),
            token == null ? null : "Bearer " + token,
            null,
            Map.of()));
  }

  ApiAnswer call(
      String method,
      RawArguments arguments,
      @Nullable String authorization,
      @Nullable String team,
      Map<String, String> cookies) {
    Gate gate = new Gate(new MethodRegistry(methods), credentials(), limiter(), admission, meters);
    Client client = new Client("192.0.2.1", "test", "http://localhost", cookies);
    return gate.handle(new ApiRequest(method, arguments, authorization, team, client));
  }

  static JsonNode json(ApiAnswer answer) {
    try {
      return Json.MAPPER.readTree(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Principal principal(UserId user, boolean bot, Set<String> scopes) {
    return new Principal(
        new Actor(ACME, user, Role.MEMBER, bot, new Credential.Token(16, scopes)), Instant.MAX);
  }

  private Credentials credentials() {
    return new Credentials() {
      @Override
      public Optional<CloseCode> endOf(WorkspaceId workspace, long id) {
        return Optional.empty();
      }

      @Override
      public Principal byToken(String token) {
        steps.add("authenticate");
        Principal principal = tokens.get(token);
        if (principal == null) {
          throw new Refusal("invalid_auth");
        }
        return principal;
      }

      @Override
      public Principal bySession(WorkspaceId workspace, String cookie) {
        steps.add("authenticate");
        if (cookie.equals("left")) {
          throw new Refusal("invalid_auth").because("signed_out");
        }
        if (!cookie.equals("secret")) {
          throw new Refusal("invalid_auth");
        }
        return new Principal(
            new Actor(workspace, ALICE, Role.MEMBER, false, new Credential.Session(20)),
            Instant.MAX);
      }
    };
  }

  private RateLimiter limiter() {
    return new RateLimiter() {
      @Override
      public long secondsToWait(Actor actor, Method method) {
        steps.add("rate");
        return wait;
      }

      @Override
      public long secondsToWait(String address, Method method) {
        steps.add("rate");
        return wait;
      }
    };
  }
}
