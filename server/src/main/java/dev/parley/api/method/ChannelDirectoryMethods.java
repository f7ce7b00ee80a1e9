package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Cursor;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.channel.ChannelDirectory;
import dev.parley.core.channel.ChannelDirectory.Found;
import dev.parley.core.channel.ChannelDirectory.Kind;
import dev.parley.core.channel.ChannelDirectory.Order;
import dev.parley.core.channel.ChannelDirectory.Page;
import dev.parley.core.channel.ChannelPlace;
import dev.parley.storage.TenantDatabase;
import java.util.List;
import java.util.Locale;

/// The page's own way to public channels.
public final class ChannelDirectoryMethods {
  private static final String PAGE = "client.channels";

  private static final Arg<String> QUERY =
      Arg.string("query").within("the beginning of a name or of its words, or so");
  private static final Arg<String> KIND = Arg.oneOf("kind", "mine", "other", "archived");
  private static final Arg<String> SORT = Arg.oneOf("sort", "members", "newest");
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
        Method.named(PAGE, "Tells public channels by their names; of a query the best first.")
            .page()
            .tier(RateTier.TIER_4)
            .args(QUERY, KIND, SORT, LIMIT, CURSOR, EXCLUDE_ARCHIVED)
            .errors("invalid_cursor")
            .does(this::page));
  }

  private Reply page(Call call) {
    Page page =
        new Page(
            kind(call), !call.get(EXCLUDE_ARCHIVED), order(call), after(call), call.get(LIMIT));
    String query = call.find(QUERY).orElse(null);
    Found found =
        database.read(call.workspace(), handle -> channels.find(handle, call.actor(), query, page));
    ChannelPlace next = found.next();
    return Reply.ok()
        .with("channels", found.channels())
        .with("next_cursor", next == null ? "" : Cursor.write(PAGE, call.workspace(), next.text()));
  }

  private static Kind kind(Call call) {
    return call.find(KIND)
        .map(kind -> Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
        .orElse(Kind.ANY);
  }

  private static Order order(Call call) {
    return call.find(SORT)
        .map(sort -> Order.valueOf(sort.toUpperCase(Locale.ROOT)))
        .orElse(Order.BEST);
  }

  private static ChannelPlace after(Call call) {
    String cursor = call.get(CURSOR);
    return cursor.isEmpty()
        ? ChannelPlace.START
        : ChannelPlace.parse(Cursor.read(PAGE, call.workspace(), cursor));
  }
}
