package dev.parley.api;

/// What a webhook answers: a status and a word, as Slack does.
record WebhookAnswer(int status, String text) {
  static final String OK = "ok";

  /// The code for an address that leads nowhere, whatever the reason.
  static final String UNKNOWN = "no_service";

  static final String BAD_PAYLOAD = "invalid_payload";

  /// @param code `ok`, or the code of a refusal
  static WebhookAnswer of(String code) {
    return switch (code) {
      case OK -> new WebhookAnswer(200, OK);
      case UNKNOWN, "account_inactive" -> new WebhookAnswer(404, UNKNOWN);
      case "channel_not_found", "not_in_channel" -> new WebhookAnswer(404, "channel_not_found");
      case "is_archived" -> new WebhookAnswer(410, "channel_is_archived");
      case "restricted_action_non_threadable_channel",
          "restricted_action_read_only_channel",
          "restricted_action_thread_only_channel" ->
          new WebhookAnswer(403, "action_prohibited");
      case "ratelimited" -> new WebhookAnswer(429, "rate_limited");
      case "request_too_large" -> new WebhookAnswer(413, code);
      case "request_timeout" -> new WebhookAnswer(408, code);
      case "service_unavailable", "clock_skew" -> new WebhookAnswer(503, "service_unavailable");
      case "internal_error" -> new WebhookAnswer(500, "rollup_error");
      case "invalid_blocks_format", "msg_blocks_too_long" ->
          new WebhookAnswer(400, "invalid_blocks");
      case "invalid_arguments", "invalid_attachments" -> new WebhookAnswer(400, BAD_PAYLOAD);
      default -> new WebhookAnswer(400, code);
    };
  }
}
