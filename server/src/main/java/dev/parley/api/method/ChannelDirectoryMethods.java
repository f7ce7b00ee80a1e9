package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.channel.ChannelDirectory;
import dev.parley.core.channel.ChannelDirectory.Page;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.FoundChannelView;
import dev.parley.storage.TenantDatabase;
import java.util.List;

/// The page's own way to public channels.
public final class ChannelDirectoryMethods {
  private static final String PAGE = "client.channels";

  /// Nobody looks through more.
  private static final int MAX_SKIPPED = 1_000_000;

  private static final Arg<String> QUERY =
      Arg.string("query").required().within("the beginning of a name or of its words, or so");
  private static final Arg<Integer> LIMIT = Arg.limit(100, 200);
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Boolean> EXCLUDE_ARCHIVED = Arg.bool("exclude_archived").or(false);

  private final TenantDatabase database;
  private final ChannelDirectory channels;

  public ChannelDirectoryMethods(TenantDatabase database, ChannelDirectory channels) {
    this.database = database;
    this.channels = channels;
  }

  public List<Method> all() {
    return List.of(
        Method.named(PAGE, "Finds public channels by their names, the best first.")
            .page()
            .tier(RateTier.TIER_4)
            .args(QUERY, LIMIT, CURSOR, EXCLUDE_ARCHIVED)
            .errors("invalid_cursor")
            .does(this::page));
  }

  private Reply page(Call call) {
    int limit = call.get(LIMIT);
    int skipped = skipped(call);
    Page page = new Page(!call.get(EXCLUDE_ARCHIVED), skipped, limit + 1);
    List<FoundChannelView> found =
        database.read(
            call.workspace(), handle -> channels.find(handle, call.actor(), call.get(QUERY), page));
    boolean isLast = found.size() <= limit;
    return Reply.ok()
        .with("channels", isLast ? found : found.subList(0, limit))
        .with("next_cursor", isLast ? "" : Cursors.write(call, PAGE, skipped + limit));
  }

  private static int skipped(Call call) {
    long skipped = Cursors.read(call, PAGE, call.get(CURSOR), 0);
    if (skipped < 0 || skipped > MAX_SKIPPED) {
      throw new Refusal("invalid_cursor");
    }
    return (int) skipped;
  }
}
