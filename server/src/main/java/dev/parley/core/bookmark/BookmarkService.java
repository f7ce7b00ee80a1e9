package dev.parley.core.bookmark;

import dev.parley.core.access.ChannelAccess;
import dev.parley.kernel.BookmarkId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.BookmarkView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The links that people put up in channels they are in. Blocks until a change is durable; run it
/// on virtual threads.
public final class BookmarkService {
  private static final int MAX_TITLE = 255;
  private static final int MAX_LINK = 3_000;
  private static final Pattern EMOJI =
      Pattern.compile(":[a-z0-9_+'\\-\\p{L}]{1,100}(?:::skin-tone-[2-6])?:");

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final IdGenerator ids;
  private final ChannelAccess access;

  public BookmarkService(
      TenantDatabase database, CommitLoop commits, IdGenerator ids, ChannelAccess access) {
    this.database = database;
    this.commits = commits;
    this.ids = ids;
    this.access = access;
  }

  /// Puts a link up.
  ///
  /// @param emoji between colons, or empty
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `invalid_arguments`
  ///     (title), `invalid_link`, `invalid_emoji`, `too_many_bookmarks`
  public BookmarkView add(
      WorkspaceId workspace,
      ChannelId channel,
      UserId actor,
      String title,
      String link,
      String emoji) {
    BookmarkEdit add = new BookmarkEdit.Add(title(title), link(link), emoji(emoji));
    return commit(new EditBookmark(workspace, channel, actor, new BookmarkId(ids.newId()), add));
  }

  /// Changes what one says; what is empty stays. The emoji may be taken away by an empty text.
  ///
  /// @throws Refusal those of [#add], `not_found`
  public BookmarkView change(
      WorkspaceId workspace,
      ChannelId channel,
      UserId actor,
      BookmarkId id,
      Optional<String> title,
      Optional<String> link,
      Optional<String> emoji) {
    @Nullable String newTitle = title.map(BookmarkService::title).orElse(null);
    @Nullable String newLink = link.map(BookmarkService::link).orElse(null);
    @Nullable String newEmoji = emoji.map(BookmarkService::emoji).orElse(null);
    return commit(
        new EditBookmark(
            workspace, channel, actor, id, new BookmarkEdit.Change(newTitle, newLink, newEmoji)));
  }

  /// Takes a link down.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `not_found`
  public void remove(WorkspaceId workspace, ChannelId channel, UserId actor, BookmarkId id) {
    BookmarkView _ =
        commit(new EditBookmark(workspace, channel, actor, id, new BookmarkEdit.Remove()));
  }

  private BookmarkView commit(EditBookmark change) {
    var _ =
        database.read(
            change.workspace(),
            handle -> access.joined(handle, change.workspace(), change.actor(), change.channel()));
    return Outcome.await(commits.submit(change));
  }

  private static String title(String text) {
    String title = text.strip();
    if (title.isEmpty() || title.codePointCount(0, title.length()) > MAX_TITLE) {
      throw new Refusal("invalid_arguments", "title: 1 to " + MAX_TITLE + " characters");
    }
    return title;
  }

  /// Only what a browser may open without harm.
  private static String link(String text) {
    String link = text.strip();
    if (link.length() > MAX_LINK || !isAllowed(link)) {
      throw new Refusal("invalid_link");
    }
    return link;
  }

  private static boolean isAllowed(String link) {
    try {
      URI uri = new URI(link);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return switch (scheme) {
        case "http", "https" -> uri.getRawAuthority() != null;
        case "mailto" -> uri.getRawSchemeSpecificPart().contains("@");
        default -> false;
      };
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String emoji(String text) {
    if (!text.isEmpty() && !EMOJI.matcher(text).matches()) {
      throw new Refusal("invalid_emoji");
    }
    return text;
  }
}
