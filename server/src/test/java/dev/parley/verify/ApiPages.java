package dev.parley.verify;

import dev.parley.api.ActorKind;
import dev.parley.api.Arg;
import dev.parley.api.ErrorCodes;
import dev.parley.api.Method;
import dev.parley.api.RetiredMethods;
import dev.parley.verify.ApiExamples.Example;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes the pages of `docs/api` from what the methods declare.
final class ApiPages {
  private static final String WRITTEN =
      "<!-- Written by ApiReferenceTest from the methods' declarations. -->\n\n";

  private ApiPages() {}

  static String page(Method method, Example example) {
    return WRITTEN
        + "# "
        + method.name()
        + "\n"
        + method.summary()
        + "\n\n"
        + "| | |\n|---|---|\n"
        + row("Called by", callers(method))
        + row("Scopes of a bot", scopes(method, method.botScopes(), ActorKind.BOT_TOKEN))
        + row(
            "Scopes of a person's token", scopes(method, method.userScopes(), ActorKind.USER_TOKEN))
        + row("Limit", "%d calls a minute".formatted(method.tier().perMinute()))
        + row("Changes something", method.writes() ? "yes" : "no")
        + "\n## Arguments\n"
        + arguments(method.args())
        + "\n## Errors\n"
        + errors(method)
        + "\n## Example\n"
        + "```\nPOST /api/%s\nContent-Type: application/json; charset=utf-8\n"
            .formatted(method.name())
        + (method.isOpen() ? "" : "Authorization: Bearer xoxp-…\n")
        + "\n"
        + example.request()
        + "\n```\n```json\n"
        + example.answer()
        + "\n```\n";
  }

  static String index(List<Method> methods) {
    StringBuilder text = new StringBuilder(WRITTEN);
    text.append(
        """
        # The Web API
        `POST` or `GET` `/api/<method>`, as in Slack. Arguments come as a query, a form, `multipart/form-data` or a
        JSON object; lists and objects in a form are JSON text, lists also text with commas; `true`/`1` and
        `false`/`0` are booleans. The token comes as `Authorization: Bearer …` or as the argument `token`.
        Unknown arguments are ignored, `null` is the same as absent.

        Every answer is a JSON object with `ok`; if that is `false`, `error` is a code. The status is 200 but for
        `ratelimited` (429, with `Retry-After`), `service_unavailable` (503) and `internal_error` (500).
        `service_unavailable` and `internal_error` do not say that nothing was done: a call that takes longer
        than 8 s is answered so, and goes on. A message that is posted again with the same `client_msg_id` (a
        UUID) is posted once. Lists come in pages: `response_metadata.next_cursor` is the next call's `cursor`,
        empty on the last page.
        Beside `error` the field `reason` may tell more: `signed_out` with `invalid_auth` if the person ended the
        session themselves, `workspace_gone` with `account_inactive` if the workspace was deleted.
        `missing_scope` names `needed` and `provided`. Of the scopes of conversations each opens only its own kind:
        `channels:…` public channels, `groups:…` private ones, `im:…` direct and `mpim:…` group messages; lists hold
        the kinds that a token's scopes open. A thing of another workspace, or one that the caller may
        not know of, is answered like one that never existed. Limits are for one person or bot and method.
        In the examples ids and times are made up, and lists are cut to two items.

        ## Methods
        | Method | |
        |---|---|
        """);
    methods.forEach(
        method ->
            text.append(
                "| [`%s`](%s.md) | %s |\n"
                    .formatted(method.name(), method.name(), method.summary())));
    return text.append("\n## Errors\nAny method may answer ")
        .append(codes(new TreeSet<>(ErrorCodes.GENERIC)))
        .append(".\n\n## Retired methods\n`method_deprecated` is the answer of ")
        .append(codes(RetiredMethods.names()))
        .append(".\nAny other name is an `unknown_method`.\n")
        .toString();
  }

  private static String row(String name, String value) {
    return "| %s | %s |\n".formatted(name, value);
  }

  private static String callers(Method method) {
    if (method.isOpen()) {
      return "everybody, signed in or not";
    }
    boolean people = method.actors().contains(ActorKind.USER_TOKEN);
    boolean bots = method.actors().contains(ActorKind.BOT_TOKEN);
    return people && bots ? "people and bots" : bots ? "bots and apps" : "people";
  }

  private static String scopes(Method method, Set<String> scopes, ActorKind kind) {
    if (!method.isOpen() && !method.actors().contains(kind)) {
      return "–";
    }
    return scopes.isEmpty() ? "none" : "one of " + codes(new TreeSet<>(scopes));
  }

  private static String arguments(List<Arg<?>> args) {
    if (args.isEmpty()) {
      return "None.\n";
    }
    StringBuilder text =
        new StringBuilder(
            "| Argument | Type | Missing | Malformed | Limits |\n|---|---|---|---|---|\n");
    for (Arg<?> arg : args) {
      String missing =
          arg.isRequired()
              ? "`" + arg.missingCode() + "`"
              : arg.fallback().map(ApiPages::fallback).orElse("optional");
      text.append(
          "| `%s` | %s | %s | `%s` | %s |\n"
              .formatted(
                  arg.name(),
                  arg.type().replace("|", " or "),
                  missing,
                  arg.badCode(),
                  arg.bounds()));
    }
    return text.toString();
  }

  private static String fallback(Object value) {
    String text =
        value instanceof Collection<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
            : value.toString();
    return text.isEmpty() ? "optional" : "`" + text + "`";
  }

  private static String errors(Method method) {
    String own = codes(method.errors());
    return own.isEmpty()
        ? "Those of [every method](README.md#errors).\n"
        : own + ", and those of [every method](README.md#errors).\n";
  }

  private static String codes(Collection<String> codes) {
    return codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
  }
}
