package dev.parley.gateway;

import dev.parley.gateway.rtm.RtmDesk;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes every message but those to `nowhere`, and remembers under which id.
public final class MemoryDesk implements RtmDesk {
  private final List<String> ids = new ArrayList<>();
  public final Set<UserId> active = ConcurrentHashMap.newKeySet();

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
  public Map<UserId, Boolean> presences(Sender asker, List<UserId> people) {
    return people.stream().collect(Collectors.toMap(Function.identity(), active::contains));
  }

  /// The ids of what was posted.
  public synchronized List<String> ids() {
    return List.copyOf(ids);
  }
}
