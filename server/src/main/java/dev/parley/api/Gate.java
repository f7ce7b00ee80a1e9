package dev.parley.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Credentials;
import dev.parley.core.access.Principal;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantScope;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way to every method, with all checks in one order. Called on a virtual thread per
/// request; blocks.
public final class Gate {
  private static final Logger log = LoggerFactory.getLogger(Gate.class);
  private static final String BEARER = "bearer ";

  private final MethodRegistry registry;
  private final Credentials credentials;
  private final RateLimiter limiter;
  private final Admission admission;
  private final GateMeters meters;

  public Gate(
      MethodRegistry registry,
      Credentials credentials,
      RateLimiter limiter,
      Admission admission,
      MeterRegistry meters) {
    this.registry = registry;
    this.credentials = credentials;
    this.limiter = limiter;
    this.admission = admission;
    this.meters = new GateMeters(meters);
  }

  /// Answers a request; never throws.
  public ApiAnswer handle(ApiRequest request) {
    String requestId = UUID.randomUUID().toString();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-slack-req-id", requestId);
    long started = System.nanoTime();
    Optional<Method> method = registry.find(request.method());
    String name = method.map(Method::name).orElse("unknown");
    Reply reply;
    byte[] body;
    try {
      reply = admitted(request, method, requestId, headers);
      body = write(reply);
    } catch (Refusal refusal) {
      reply = Reply.of(refusal);
      body = write(reply);
    } catch (RuntimeException | Error e) {
      meters.failed(name);
      log.atError()
          .addKeyValue("event", "call_failed")
          .addKeyValue("method", name)
          .addKeyValue("request", requestId)
          .setCause(e)
          .log();
      reply = Reply.refused("internal_error");
      body = write(reply);
    }
    Set<String> ownCodes = method.map(Method::errors).orElse(Set.of());
    reply.error().ifPresent(code -> meters.refused(name, ownCodes, code));
    meters.called(name, System.nanoTime() - started);
    int status = reply.error().map(ErrorCodes::status).orElse(200);
    if (status == 503) {
      headers.put("retry-after", "1");
    }
    return new ApiAnswer(status, headers, body, reply.cookies());
  }

  private Reply admitted(
      ApiRequest request, Optional<Method> method, String requestId, Map<String, String> headers) {
    if (!admission.enter()) {
      throw new Refusal("service_unavailable", "the server is at its limit of calls in flight");
    }
    try {
      Map<String, JsonNode> arguments = ArgumentReader.read(request.arguments());
      if (method.isEmpty()) {
        String code =
            RetiredMethods.contains(request.method()) ? "method_deprecated" : "unknown_method";
        return Reply.refused(code).with("req_method", request.method());
      }
      return method.get().isOpen()
          ? open(method.get(), request, arguments, requestId, headers)
          : authenticated(method.get(), request, arguments, requestId, headers);
    } finally {
      admission.leave();
    }
  }

  /// Of what needs nobody to be signed in, what writes takes JSON only: another site's page cannot
  /// send that without asking first, so it signs nobody in as somebody else.
  private Reply open(
      Method method,
      ApiRequest request,
      Map<String, JsonNode> arguments,
      String requestId,
      Map<String, String> headers) {
    long wait = limiter.secondsToWait(request.client().address(), method);
    if (wait > 0) {
      return rateLimited(wait, headers);
    }
    if (method.writes() && !ArgumentReader.isJson(request.arguments())) {
      throw new Refusal("invalid_post_type", "this method takes application/json only");
    }
    return method.run(null, arguments, request.client(), requestId);
  }

  private Reply authenticated(
      Method method,
      ApiRequest request,
      Map<String, JsonNode> arguments,
      String requestId,
      Map<String, String> headers) {
    Principal principal = authenticate(request, arguments);
    Actor actor = principal.actor();
    describeScopes(method, actor, headers);
    Semaphore places = admission.of(actor.workspace());
    if (!places.tryAcquire()) {
      return rateLimited(1, headers);
    }
    try {
      return ScopedValue.where(TenantScope.BOUND, actor.workspace())
          .call(
              () -> {
                if (!method.actors().contains(ActorKind.of(actor))) {
                  throw new Refusal("not_allowed_token_type");
                }
                long wait = limiter.secondsToWait(actor, method);
                if (wait > 0) {
                  return rateLimited(wait, headers);
                }
                Set<String> needed = scopes(method, actor);
                return actor.mayAny(needed)
                    ? method.run(principal, arguments, request.client(), requestId)
                    : missingScope(needed, actor);
              });
    } finally {
      places.release();
    }
  }

  /// The credential in its order of preference: header, argument, cookie.
  private Principal authenticate(ApiRequest request, Map<String, JsonNode> arguments) {
    JsonNode argument = arguments.remove("token");
    Optional<String> token =
        bearer(request.authorization())
            .or(() -> Optional.ofNullable(argument).flatMap(ArgReaders::text))
            .map(String::strip)
            .filter(text -> !text.isEmpty() && !text.equals("null"));
    if (token.isPresent()) {
      return credentials.byToken(token.get());
    }
    if (request.team() == null) {
      throw new Refusal("not_authed");
    }
    WorkspaceId workspace =
        WorkspaceId.parse(request.team()).orElseThrow(() -> new Refusal("not_authed"));
    String cookie = request.client().cookies().get(SessionCookie.name(workspace));
    if (cookie == null) {
      throw new Refusal("not_authed");
    }
    return credentials.bySession(workspace, cookie);
  }

  private static Optional<String> bearer(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(authorization.substring(BEARER.length()))
        : Optional.empty();
  }

  private static Set<String> scopes(Method method, Actor actor) {
    return actor.isBot() ? method.botScopes() : method.userScopes();
  }

  private static void describeScopes(Method method, Actor actor, Map<String, String> headers) {
    if (!(actor.credential() instanceof Credential.Session)) {
      headers.put("x-oauth-scopes", joined(actor.credential().granted()));
      headers.put("x-accepted-oauth-scopes", joined(scopes(method, actor)));
    }
  }

  private static Reply missingScope(Set<String> needed, Actor actor) {
    return Reply.refused("missing_scope")
        .with("needed", joined(needed))
        .with("provided", joined(actor.credential().granted()));
  }

  private static Reply rateLimited(long seconds, Map<String, String> headers) {
    headers.put("retry-after", Long.toString(seconds));
    return Reply.refused("ratelimited");
  }

  private static String joined(Set<String> scopes) {
    return String.join(",", new TreeSet<>(scopes));
  }

  private static byte[] write(Reply reply) {
    try {
      return Json.MAPPER.writeValueAsBytes(reply.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }
}
