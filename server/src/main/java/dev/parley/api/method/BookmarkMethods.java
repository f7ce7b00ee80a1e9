package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.bookmark.BookmarkReader;
import dev.parley.core.bookmark.BookmarkService;
import dev.parley.core.channel.ChannelService;
import dev.parley.kernel.BookmarkId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.BookmarkView;
import dev.parley.storage.TenantDatabase;
import java.util.List;

/// `bookmarks.*`: links that are put up for everybody in a channel.
public final class BookmarkMethods {
  private static final String WRITE = "bookmarks:write";
  /// The codes of every way to change one.
  private static final String[] ERRORS = {"channel_not_found", "is_archived", "not_in_channel"};

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel_id").missing("channel_not_found");
  private static final Arg<BookmarkId> ID =
      Arg.of("bookmark_id", "bookmark", node -> BookmarkId.parse(node.asText()))
          .missing("not_found")
          .bad("not_found");
  private static final Arg<String> TYPE = Arg.string("type").required();
  private static final Arg<String> NEW_TITLE = Arg.string("title").required();
  private static final Arg<String> NEW_LINK = Arg.string("link").missing("invalid_link");
  private static final Arg<String> TITLE = Arg.string("title");
  private static final Arg<String> LINK = Arg.string("link");
  private static final Arg<String> EMOJI = Arg.string("emoji");

  private final TenantDatabase database;
  private final BookmarkService bookmarks;
  private final BookmarkReader reader;
  private final ChannelService channels;

  public BookmarkMethods(
      TenantDatabase database,
      BookmarkService bookmarks,
      BookmarkReader reader,
      ChannelService channels) {
    this.database = database;
    this.bookmarks = bookmarks;
    this.reader = reader;
    this.channels = channels;
  }

  public List<Method> all() {
    return List.of(
        Method.named("bookmarks.add", "Puts a link up in a channel.")
            .scopes(WRITE)
            .tier(RateTier.TIER_2)
            .args(CHANNEL, TYPE, NEW_TITLE, NEW_LINK, EMOJI)
            .writes()
            .errors(ERRORS)
            .errors("invalid_bookmark_type", "invalid_emoji", "invalid_link", "too_many_bookmarks")
            .does(this::add),
        Method.named("bookmarks.edit", "Changes what a link in a channel says.")
            .scopes(WRITE)
            .tier(RateTier.TIER_2)
            .args(CHANNEL, ID, TITLE, LINK, EMOJI)
            .writes()
            .errors(ERRORS)
            .errors("invalid_emoji", "invalid_link", "not_found")
            .does(this::edit),
        Method.named("bookmarks.remove", "Takes a link down.")
            .scopes(WRITE)
            .tier(RateTier.TIER_2)
            .args(CHANNEL, ID)
            .writes()
            .errors(ERRORS)
            .errors("not_found")
            .does(this::remove),
        Method.named("bookmarks.list", "Lists the links of a channel, the first one first.")
            .scopes("bookmarks:read")
            .tier(RateTier.TIER_3)
            .args(CHANNEL)
            .errors("channel_not_found", "not_in_channel")
            .does(this::list));
  }

  private Reply add(Call call) {
    if (!call.get(TYPE).equals("link")) {
      throw new Refusal("invalid_bookmark_type");
    }
    BookmarkView bookmark =
        bookmarks.add(
            call.workspace(),
            call.get(CHANNEL),
            call.actor().user(),
            call.get(NEW_TITLE),
            call.get(NEW_LINK),
            call.find(EMOJI).orElse(""));
    return Reply.ok().with("bookmark", bookmark);
  }

  private Reply edit(Call call) {
    BookmarkView bookmark =
        bookmarks.change(
            call.workspace(),
            call.get(CHANNEL),
            call.actor().user(),
            call.get(ID),
            call.find(TITLE),
            call.find(LINK),
            call.find(EMOJI));
    return Reply.ok().with("bookmark", bookmark);
  }

  private Reply remove(Call call) {
    bookmarks.remove(call.workspace(), call.get(CHANNEL), call.actor().user(), call.get(ID));
    return Reply.ok();
  }

  private Reply list(Call call) {
    ChannelId channel = call.get(CHANNEL);
    List<BookmarkView> found =
        database.read(
            call.workspace(),
            handle -> {
              var _ = channels.joinedOrPublic(handle, call.workspace(), call.actor(), channel);
              return reader.of(handle, call.workspace(), channel);
            });
    return Reply.ok().with("bookmarks", found);
  }
}
