package dev.parley.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Principal;
import dev.parley.core.access.Role;
import dev.parley.core.app.Webhook;
import dev.parley.core.app.WebhookAddress;
import dev.parley.core.app.WebhookService;
import dev.parley.kernel.Refusal;
import dev.parley.storage.TenantScope;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way to post by a webhook, with all checks in one order: secret, workspace, limit,
/// payload. Answers in plain text, as Slack does. Called on a virtual thread per request; blocks.
/// Addresses hold secrets, so none reaches a log or a metric.
public final class WebhookGate {
  private static final Logger log = LoggerFactory.getLogger(WebhookGate.class);
  private static final byte BRACE = '{';

  private final WebhookService webhooks;
  private final Method method;
  private final RateLimiter limiter;
  private final Admission admission;
  private final GateMeters meters;

  /// @param method what is done with a payload; its argument `channel` is the webhook's
  public WebhookGate(
      WebhookService webhooks,
      Method method,
      RateLimiter limiter,
      Admission admission,
      MeterRegistry meters) {
    this.webhooks = webhooks;
    this.method = method;
    this.limiter = limiter;
    this.admission = admission;
    this.meters = new GateMeters(meters);
  }

  /// Answers a post; never throws.
  ///
  /// @param path the whole path of the address
  public ApiAnswer handle(String path, RawArguments request, Client client) {
    String requestId = UUID.randomUUID().toString();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-slack-req-id", requestId);
    long started = System.nanoTime();
    String code;
    try {
      code = admitted(path, request, client, requestId, headers);
    } catch (Refusal refusal) {
      code = refusal.code();
    } catch (RuntimeException e) {
      meters.failed(method.name());
      log.atError()
          .addKeyValue("event", "webhook_failed")
          .addKeyValue("request", requestId)
          .setCause(e)
          .log();
      code = "internal_error";
    }
    if (!code.equals(WebhookAnswer.OK)) {
      meters.refused(method.name(), method.errors(), code);
    }
    meters.called(method.name(), System.nanoTime() - started);
    WebhookAnswer answer = WebhookAnswer.of(code);
    return new ApiAnswer(
        answer.status(), headers, answer.text().getBytes(StandardCharsets.UTF_8), List.of());
  }

  /// The answer to a post that was not collected.
  public ApiAnswer refused(String code) {
    WebhookAnswer answer = WebhookAnswer.of(code);
    return new ApiAnswer(
        answer.status(), Map.of(), answer.text().getBytes(StandardCharsets.UTF_8), List.of());
  }

  private String admitted(
      String path,
      RawArguments request,
      Client client,
      String requestId,
      Map<String, String> headers) {
    if (!admission.enter()) {
      throw new Refusal("service_unavailable");
    }
    try {
      WebhookAddress address =
          WebhookAddress.parse(path).orElseThrow(() -> new Refusal(WebhookAnswer.UNKNOWN));
      return ScopedValue.where(TenantScope.BOUND, address.workspace())
          .call(() -> verified(address, request, client, requestId, headers));
    } finally {
      admission.leave();
    }
  }

  private String verified(
      WebhookAddress address,
      RawArguments request,
      Client client,
      String requestId,
      Map<String, String> headers) {
    Webhook webhook = webhooks.verify(address).orElse(null);
    if (webhook == null) {
      long wait = limiter.secondsToWait(client.address(), method);
      return wait > 0 ? rateLimited(wait, headers) : WebhookAnswer.UNKNOWN;
    }
    long wait = limiter.secondsToWait(webhook.workspace() + "/" + webhook.id(), method);
    if (wait > 0) {
      return rateLimited(wait, headers);
    }
    Semaphore places = admission.of(address.workspace());
    if (!places.tryAcquire()) {
      return rateLimited(1, headers);
    }
    try {
      return post(webhook, request, client, requestId);
    } finally {
      places.release();
    }
  }

  private String post(Webhook webhook, RawArguments request, Client client, String requestId) {
    Map<String, JsonNode> payload = payload(request);
    var _ = payload.put("channel", TextNode.valueOf(webhook.channel().toString()));
    Reply reply = method.run(principal(webhook), payload, client, requestId);
    return reply.error().orElse(WebhookAnswer.OK);
  }

  private static Principal principal(Webhook webhook) {
    return new Principal(
        new Actor(
            webhook.workspace(),
            webhook.bot(),
            Role.MEMBER,
            true,
            new Credential.AppToken(webhook.id().value(), Set.of("incoming-webhook"))),
        Principal.NEVER);
  }

  /// The payload, whatever the body calls itself: a JSON object, or a form whose field `payload`
  /// holds one.
  private static Map<String, JsonNode> payload(RawArguments request) {
    try {
      if (isJson(request.body())) {
        return json(request.body());
      }
      Map<String, JsonNode> form =
          ArgumentReader.read(new RawArguments(true, null, request.contentType(), request.body()));
      JsonNode payload = form.get("payload");
      if (payload == null || !payload.isTextual()) {
        throw new Refusal(WebhookAnswer.BAD_PAYLOAD);
      }
      return json(payload.textValue().getBytes(StandardCharsets.UTF_8));
    } catch (Refusal refusal) {
      throw new Refusal(WebhookAnswer.BAD_PAYLOAD);
    }
  }

  private static Map<String, JsonNode> json(byte[] text) {
    return ArgumentReader.read(new RawArguments(true, null, "application/json", text));
  }

  private static boolean isJson(byte[] body) {
    for (byte b : body) {
      if (!Character.isWhitespace(b)) {
        return b == BRACE;
      }
    }
    return false;
  }

  private static String rateLimited(long seconds, Map<String, String> headers) {
    headers.put("retry-after", Long.toString(seconds));
    return "ratelimited";
  }
}
