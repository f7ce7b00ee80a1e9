package dev.parley.core.message;

import dev.parley.core.message.MessageReader.Span;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.MessageView;
import java.util.ArrayList;
import java.util.List;

/// A thread as one run of messages: the one on which it hangs, then its replies.
record ThreadSource(MessageStore store, ChannelId channel, MessageView root)
    implements MessagePages.Source {
  @Override
  public List<MessageView> before(MessageTs ts, int limit) {
    List<MessageView> found = new ArrayList<>(store.repliesBefore(channel, root.ts(), ts, limit));
    if (found.size() < limit && root.ts().micros() < ts.micros()) {
      found.add(root);
    }
    return found;
  }

  @Override
  public List<MessageView> after(MessageTs ts, int limit) {
    List<MessageView> found = new ArrayList<>();
    if (root.ts().micros() > ts.micros()) {
      found.add(root);
    }
    found.addAll(
        store.replies(channel, root.ts(), new Span(ts, MessagePages.MAX, limit - found.size())));
    return found;
  }
}
