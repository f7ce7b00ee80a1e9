package dev.parley.core.message;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Batch;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The read markers of a batch's authors: one's own post moves one's marker along if nothing was
/// unread. Belongs to one commit thread.
final class AuthorMarkers {
  private final Map<Key, Marker> markers = new HashMap<>();
  private final List<Marker> moved = new ArrayList<>();

  private record Key(ChannelId channel, UserId user) {}

  /// A marker as it stands within the batch.
  private static final class Marker {
    private final WorkspaceId workspace;
    private final Key key;
    private final int version;
    private int number;
    private int deletedAfter;
    private long movedTo;

    Marker(WorkspaceId workspace, Key key, int number, int version, int deletedAfter) {
      this.workspace = workspace;
      this.key = key;
      this.number = number;
      this.version = version;
      this.deletedAfter = deletedAfter;
    }
  }

  /// Takes down an author's marker as it was read; once per author and channel is enough.
  ///
  /// @param deletedAfter how many deleted messages have a greater number
  void read(Post post, int number, int version, int deletedAfter) {
    Key key = new Key(post.channel(), post.author());
    markers.putIfAbsent(key, new Marker(post.workspace(), key, number, version, deletedAfter));
  }

  /// Moves the author's marker to their new post, if nothing before it was unread.
  ///
  /// @param newest the number of the newest message before the post
  /// @return the marker's version, or -1 if it stays
  int move(Post post, int newest, MessageTs ts, int number) {
    @Nullable Marker marker = markers.get(new Key(post.channel(), post.author()));
    if (marker == null || newest - marker.number - marker.deletedAfter != 0) {
      return -1;
    }
    if (marker.movedTo == 0) {
      moved.add(marker);
    }
    marker.number = number;
    marker.deletedAfter = 0;
    marker.movedTo = ts.micros();
    return marker.version;
  }

  /// Sets five array parameters: workspace, channel, person, `ts` and number of the moved markers.
  void bind(Batch batch, PreparedStatement statement, int first) throws SQLException {
    List<ToLongFunction<Marker>> columns =
        List.of(
            marker -> marker.workspace.value(),
            marker -> marker.key.channel().value(),
            marker -> marker.key.user().value(),
            marker -> marker.movedTo,
            marker -> marker.number);
    for (int i = 0; i < columns.size(); i++) {
      statement.setArray(
          first + i, batch.bigints(moved.stream().mapToLong(columns.get(i)).toArray()));
    }
  }
}
