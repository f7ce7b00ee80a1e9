package dev.parley.gateway;

import dev.parley.gateway.rtm.RtmDesk;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes every message but those to `nowhere`, and remembers under which id.
public final class MemoryDesk implements RtmDesk {
  private final List<String> ids = new ArrayList<>();
  public final Set<UserId> active = ConcurrentHashMap.newKeySet();
  public final Set<UserId> unknown = ConcurrentHashMap.newKeySet();
  /// How often it was asked who is there.
  public final AtomicInteger questions = new AtomicInteger();

  @Override
  public synchronized Posted post(
      Sender sender, String channel, UUID clientMsgId, String text, @Nullable String threadTs) {
    if (channel.equals("nowhere")) {
      throw new Refusal("channel_not_found");
    }
    ids.add(clientMsgId.toString());
    return new Posted("1.000001", text);
  }

  @Override
  public Set<UserId> known(Sender asker, List<UserId> people) {
    return people.stream().filter(user -> !unknown.contains(user)).collect(Collectors.toSet());
  }

  @Override
  public Map<UserId, Boolean> active(WorkspaceId workspace, List<UserId> people) {
    questions.incrementAndGet();
    return people.stream().collect(Collectors.toMap(Function.identity(), active::contains));
  }

  /// The ids of what was posted.
  public synchronized List<String> ids() {
    return List.copyOf(ids);
  }
}
