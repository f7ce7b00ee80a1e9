package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `api.*`: what a program calls to see whether the server answers.
public final class ApiMethods {
  private static final Arg<String> ERROR = Arg.string("error");

  private ApiMethods() {}

  public static List<Method> all() {
    return List.of(
        Method.named("api.test", "Answers with the arguments it was called with.")
            .open()
            .tier(RateTier.TIER_4)
            .args(ERROR)
            .does(ApiMethods::test));
  }

  private static Reply test(Call call) {
    Map<String, JsonNode> args = new LinkedHashMap<>(call.raw());
    args.remove("token");
    Reply reply = call.find(ERROR).map(Reply::refused).orElseGet(Reply::ok);
    return reply.with("args", args);
  }
}
