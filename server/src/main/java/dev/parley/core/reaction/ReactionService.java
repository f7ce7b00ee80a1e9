package dev.parley.core.reaction;

import dev.parley.core.access.ChannelAccess;
import dev.parley.core.emoji.EmojiReader;
import dev.parley.core.emoji.StandardEmoji;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// What people put on messages. Blocks until a change is durable; run it on virtual threads.
public final class ReactionService {
  private static final Pattern EMOJI =
      Pattern.compile("[a-z0-9_+'\\-\\p{L}]{1,100}(?:::skin-tone-[2-6])?");

  /// The colons that a name is often written between.
  private static final Pattern COLONS = Pattern.compile("^:|:$");

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final ChannelAccess access;

  public ReactionService(TenantDatabase database, CommitLoop commits, ChannelAccess access) {
    this.database = database;
    this.commits = commits;
    this.access = access;
  }

  /// Puts an emoji on a message of a channel that the person is in.
  ///
  /// @param emoji its name, perhaps between colons: a standard one's, perhaps with its skin tone,
  ///     or one's of the workspace's own
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `message_not_found`,
  ///     `invalid_name`, `already_reacted`, `too_many_emoji`, `too_many_reactions`
  public void add(
      WorkspaceId workspace, ChannelId channel, MessageTs ts, UserId user, String emoji) {
    String name = name(emoji);
    commit(
        new React(workspace, channel, ts, user, name, true),
        handle -> StandardEmoji.isKnown(name) || EmojiReader.isInUse(handle, workspace, name));
  }

  /// Takes the person's emoji from a message again.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `message_not_found`,
  ///     `invalid_name`, `no_reaction`
  public void remove(
      WorkspaceId workspace, ChannelId channel, MessageTs ts, UserId user, String emoji) {
    commit(new React(workspace, channel, ts, user, name(emoji), false), _ -> true);
  }

  private void commit(React react, Predicate<Handle> isKnown) {
    boolean isEmoji =
        database.read(
            react.workspace(),
            handle -> {
              var _ = access.joined(handle, react.workspace(), react.user(), react.channel());
              return isKnown.test(handle);
            });
    if (!isEmoji) {
      throw new Refusal("invalid_name");
    }
    var _ = Outcome.await(commits.submit(react));
  }

  private static String name(String emoji) {
    String name = COLONS.matcher(emoji).replaceAll("");
    if (!EMOJI.matcher(name).matches()) {
      throw new Refusal("invalid_name");
    }
    return name;
  }
}
