package dev.parley.api;

import java.util.Set;

/// The codes that any method may answer with, besides its own.
public final class ErrorCodes {
  public static final Set<String> GENERIC =
      Set.of(
          "account_inactive",
          "clock_skew",
          "internal_error",
          "invalid_arg_name",
          "invalid_arguments",
          "invalid_array_arg",
          "invalid_auth",
          "invalid_charset",
          "invalid_cursor",
          "invalid_form_data",
          "invalid_json",
          "invalid_limit",
          "invalid_post_type",
          "json_not_object",
          "method_deprecated",
          "missing_post_type",
          "missing_scope",
          "not_allowed_token_type",
          "not_authed",
          "ratelimited",
          "request_timeout",
          "request_too_large",
          "service_unavailable",
          "token_expired",
          "token_revoked",
          "unknown_method");

  private ErrorCodes() {}

  /// The HTTP status of an answer: 200 but for what transports must see.
  static int status(String code) {
    return switch (code) {
      case "ratelimited" -> 429;
      case "service_unavailable" -> 503;
      case "internal_error" -> 500;
      default -> 200;
    };
  }
}
